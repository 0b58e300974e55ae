import { Injectable } from '@nestjs/common';
import { type DocumentCard, DocumentLifecycle, type FrozenRevision } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { planRoute } from '../core/plan-route';
import type { RoutePlan } from '../core/route-plan';
import { refuse } from '../errors';
import { EnterRound } from './enter-round';
import { routedMatter } from './routed-matter';
import { RoundEntry } from './round-entry';
import { type DefinitionVersions, type PlanningBasis, type RoutedMatter, RouteFactsReader } from './route-facts-reader';

export interface SubmitCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** Version of the document that the drafter had in view. */
  readonly expectedVersion: number;
  /** The drafter's answer to a return. */
  readonly note: string | null;
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
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError documents.incomplete, documents.changed-meanwhile, approvals.no-route */
  run({ actor, documentId, expectedVersion, note }: SubmitCommand): Promise<void> {
    return this.uow.run(async () => {
      const card = await this.lifecycle.openForSubmission(documentId, actor, expectedVersion);
      const revision = await this.lifecycle.freeze(documentId, actor, note);
      const { plan, ...versions } = await this.plan(card);
      const { steps, previous } = await this.entry.of(card, revision, plan.steps);
      await this.enter.run(card, { plan, steps, revision, ...versions, previous });
      const number = await this.lifecycle.enter(card, revision, actor);
      this.note(card, { revision, ...versions, number, round: (previous?.round ?? 0) + 1 });
    });
  }

  private async plan(card: DocumentCard) {
    const matter = routedMatter(card);
    const kept = await this.planOn(matter, await this.facts.kept(card.id));
    // A table that names what no longer exists cannot be kept: then the one in force decides (RULE-104).
    const { plan, ...versions } = kept.plan.ok ? kept : await this.planOn(matter, {});
    if (!plan.ok) throw refuse('approvals.no-route', { problems: plan.problems.map(({ code }) => code) });
    return { plan, ...versions };
  }

  private async planOn(matter: RoutedMatter, basis: PlanningBasis) {
    const { facts, ...versions } = await this.facts.read(matter, basis);
    const plan: RoutePlan = planRoute(facts);
    return { plan, ...versions };
  }

  private note(
    card: DocumentCard,
    facts: { revision: FrozenRevision; number: string; round: number } & DefinitionVersions,
  ): void {
    this.ledger.record({
      subject: { kind: 'document', id: card.id },
      kind: 'approvals.submitted',
      actor: card.drafter.staffNo,
      facts: {
        round: facts.round,
        revision: facts.revision.no,
        content: facts.revision.digest.toString('hex'),
        ruleSet: facts.ruleSetId,
        settings: facts.settingsVersion,
        matterType: `${card.matterType}@${card.matterTypeVersion}`,
        number: facts.number,
      },
    });
  }
}
