import { Injectable } from '@nestjs/common';
import { type DocumentCard, DocumentLifecycle } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { planRoute } from '../core/plan-route';
import type { RoutePlan } from '../core/route-plan';
import type { RequestedSeats } from '../data/case.row';
import { refuse } from '../errors';
import { EnterRound } from './enter-round';
import { RoundEntry } from './round-entry';
import { type PlanningBasis, RouteFactsReader } from './route-facts-reader';
import { SubmissionNews } from './submission-news';
import type { RoutedMatter } from './routed-matter';

export interface SubmitCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** Version of the document that the drafter had in view. */
  readonly expectedVersion: number;
  /** The drafter's answer to a return. */
  readonly note: string | null;
  /** The drafter's word that the correction touches the substance; what the system finds out counts as well (RULE-33). */
  readonly substanceChanged?: boolean;
  /** Seats beyond the rules; as at the last submission when absent. */
  readonly requested?: RequestedSeats;
}

/** 起案の提出: freezes the content, plans the route, opens the first seats; a resubmission enters where RULE-50 says. */
@Injectable()
export class SubmitDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lifecycle: DocumentLifecycle,
    private readonly facts: RouteFactsReader,
    private readonly entry: RoundEntry,
    private readonly enter: EnterRound,
    private readonly news: SubmissionNews,
  ) {}

  /** @throws DomainError documents.incomplete, documents.changed-meanwhile, approvals.no-route, approvals.own-seat */
  run(command: SubmitCommand): Promise<void> {
    const { actor, documentId, expectedVersion, note } = command;
    return this.uow.run(async () => {
      const card = await this.lifecycle.openForSubmission(documentId, actor, expectedVersion);
      const revision = await this.lifecycle.freeze(documentId, actor, note);
      const requested = command.requested ?? (await this.facts.requestedBefore(documentId));
      const { plan, ...versions } = await this.plan(card, requested);
      const declared = { revision, declared: command.substanceChanged ?? false };
      const { steps, previous, standing } = await this.entry.of(card, declared, plan.steps);
      await this.enter.run(card, { actor, plan, steps, revision, ...versions, requested, previous });
      const number = await this.lifecycle.enter(card, revision, actor);
      await this.news.tell(card, { revision, ...versions, number, round: (previous?.round ?? 0) + 1, standing });
    });
  }

  private async plan(card: DocumentCard, requested: RequestedSeats) {
    const matter = await this.facts.matterOf(card, requested);
    const kept = await this.planOn(matter, await this.facts.kept(card.id));
    // A table that names what no longer exists cannot be kept: then the one in force decides (RULE-104).
    const { plan, blocked, ...versions } = kept.plan.ok ? kept : await this.planOn(matter, {});
    if (!plan.ok) throw refuse('approvals.no-route', { problems: plan.problems.map(({ code }) => code) });
    if (blocked) throw refuse('approvals.own-seat', { documentId: card.id });
    return { plan, ...versions };
  }

  private async planOn(matter: RoutedMatter, basis: PlanningBasis) {
    const { facts, drafterSeat, ...versions } = await this.facts.read(matter, basis);
    const plan: RoutePlan = planRoute(facts);
    const blocked = drafterSeat === 'block' && plan.ok && asksDrafter(plan);
    return { plan, blocked, ...versions };
  }
}

/** RULE-25 Where the municipality does not want it, nobody submits what they would themselves have to approve. */
function asksDrafter({ steps }: Extract<RoutePlan, { ok: true }>): boolean {
  return steps.some(({ seats }) => seats.some(({ skip }) => skip === 'drafter'));
}
