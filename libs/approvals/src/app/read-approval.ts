import { Injectable } from '@nestjs/common';
import { daysBetween, localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { secondsUntil, stagedWords } from '../core/staging';
import { waitingWords } from '../core/words';
import { CaseRows } from '../data/case-rows';
import type { ActRow, RequestedSeats } from '../data/case.row';
import { refuse } from '../errors';
import { ActFactsReader } from './act-facts-reader';
import type { Approval, LastReturn, RequestedSeatsView, StagedView } from './approvals.views.dto';
import { CaseCircumstances } from './case-circumstances';
import { CaseStateReader, type LoadedCase } from './case-state-reader';
import { historyOf } from './history';
import { offeredActs } from './offered-acts';
import { stepViews } from './route-views';

/** A running approval as one reader sees it: route, history, and what the reader may do now. */
@Injectable()
export class ReadApproval {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly reader: CaseStateReader,
    private readonly facts: ActFactsReader,
    private readonly rows: CaseRows,
    private readonly circumstances: CaseCircumstances,
  ) {}

  /** @throws DomainError documents.not-found, approvals.not-found (never submitted) */
  async run(documentId: string, actor: Actor, language: Language): Promise<Approval> {
    return (await this.look(documentId, actor, language)).approval;
  }

  /** With it, whether a decision on the matter is due to take effect. @throws DomainError like {@link run} */
  look(documentId: string, actor: Actor, language: Language): Promise<{ approval: Approval; due: boolean }> {
    return this.uow.read(async () => {
      const [card, caseOf, acts, revisions, formerDrafters, around] = await Promise.all([
        this.documents.readable(documentId, actor),
        this.reader.look(documentId),
        this.rows.acts(documentId),
        this.documents.revisions(documentId),
        this.documents.formerDrafters(documentId),
        this.circumstances.look(documentId, actor, language),
        this.facts.prepare(),
      ]);
      const loaded = caseOf(card);
      if (!loaded) throw refuse('approvals.not-found', { documentId });
      const files = card.decidedAt === null ? [] : await this.documents.attachments([documentId]);
      const { facts, chart } = await this.facts.of(loaded, actor);
      const said = {
        acts: new Map(acts.map((act) => [act.id, act])),
        reviews: loaded.reviews,
        names: (staffNo: string) => chart.person(staffNo as never)?.name ?? null,
      };
      const staged = stagedView(loaded, { actor, now: await this.uow.now(), language });
      const due = loaded.row.staged ? loaded.row.staged.due_at <= (await this.uow.now()) : false;
      const approval = {
        ...factsOf(loaded),
        actedRevisionNo: acts.findLast((act) => act.actor === actor.staffNo)?.revision_no ?? null,
        ...around(loaded),
        steps: stepViews(loaded.seats, said, language),
        history: historyOf({ card, acts, revisions, formerDrafters, files, language }),
        ...offeredActs({ loaded, actor, facts }, language),
        waitingFor: staged?.label ?? waitingFor(loaded, await this.uow.now(), language),
        lastReturn: lastReturn(acts),
        staged,
      };
      return { approval, due };
    });
  }
}

/** Nobody but its author sees a decision that may still be undone. */
function stagedView(
  { row }: LoadedCase,
  { actor, now, language }: { actor: Actor; now: Date; language: Language },
): StagedView | null {
  const { staged } = row;
  if (!staged || staged.author.staffNo !== actor.staffNo) return null;
  const remainingSeconds = secondsUntil(staged.due_at, now);
  return {
    verdict: staged.verdict,
    seatId: staged.seat_id,
    label: stagedWords(staged.verdict, remainingSeconds, language),
    dueAt: staged.due_at.toISOString(),
    remainingSeconds,
  };
}

function factsOf({ card, row, instructions }: LoadedCase) {
  return {
    documentId: card.id,
    version: row.version,
    state: card.state,
    round: row.round,
    revisionNo: row.revision_no,
    contentDigest: row.content_digest.toString('hex'),
    decisionLabel: row.decision_label,
    instructions: instructions.map((given) => ({
      postTitle: given.post_title,
      givenByName: given.given_by_name,
      givenOn: given.given_on,
      text: given.text,
      recordedByName: given.recorded_name,
    })),
    requested: requestedView(row.requested),
  };
}

function requestedView({ additions = [], removals = {}, passOver = [] }: RequestedSeats): RequestedSeatsView {
  return {
    additions: additions.map((one) => ({ ...one })),
    removals: Object.entries(removals).map(([unitCode, reason]) => ({ unitCode, reason })),
    passOver: [...passOver],
  };
}

function waitingFor({ seats, card }: LoadedCase, now: Date, language: Language): string | null {
  const active = seats.find(({ state, step_kind }) => state === 'active' && step_kind !== 'circulation');
  if (card.state !== 'circulating' || !active) return null;
  const day = active.opened_at ? daysBetween(localDateAt(active.opened_at), localDateAt(now)) + 1 : 1;
  return waitingWords(
    { title: `${active.unit_name} ${active.post_title}`, name: active.principal_name, kind: active.step_kind, day },
    language,
  );
}

function lastReturn(acts: readonly ActRow[]): LastReturn | null {
  const act = acts.findLast(({ kind }) => kind === 'return');
  if (!act) return null;
  return {
    byName: act.actor_name,
    byTitle: `${act.unit_name} ${act.post_title}`,
    at: act.acted_at.toISOString(),
    comment: act.comment ?? '',
    round: act.round,
    about: act.detail?.about ?? null,
  };
}
