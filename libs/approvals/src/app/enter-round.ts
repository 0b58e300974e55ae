import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { type DocumentCard, DocumentLifecycle, type FrozenRevision } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { advance } from '../core/advance';
import { evolve } from '../core/approval-event';
import type { EntrySeat, EntryStep } from '../core/resubmit';
import type { RoutePlan } from '../core/route-plan';
import type { CaseRow, RequestedSeats } from '../data/case.row';
import { CaseWriter, type NewSeatRow } from '../data/case-writer';
import { ActFactsReader } from './act-facts-reader';
import { CaseStateReader } from './case-state-reader';
import { SeatNews } from './seat-news';
import { WriteDifferences } from './write-differences';

export interface RoundToEnter {
  readonly actor: Actor;
  readonly plan: Extract<RoutePlan, { ok: true }>;
  readonly steps: readonly EntryStep[];
  readonly revision: FrozenRevision;
  readonly ruleSetId: number;
  readonly settingsVersion: number;
  readonly requested: RequestedSeats;
  readonly previous: CaseRow | null;
}

/** Writes the first or next round of a case and opens its first seats. Earlier rounds stay as they are (RULE-53). */
@Injectable()
export class EnterRound {
  constructor(
    private readonly writer: CaseWriter,
    private readonly lifecycle: DocumentLifecycle,
    private readonly reader: CaseStateReader,
    private readonly facts: ActFactsReader,
    private readonly differences: WriteDifferences,
    private readonly news: SeatNews,
  ) {}

  async run(card: DocumentCard, entered: RoundToEnter): Promise<void> {
    const round = (entered.previous?.round ?? 0) + 1;
    const place = { document_id: card.id, round };
    const seats = entered.steps.flatMap(({ seats: planned }, index) =>
      planned.map((seat, at) => seatRow({ ...place, step_no: index + 1, seat_no: at + 1 }, seat)),
    );
    await this.writer.enterRound(caseRow(card, entered, round));
    this.writer.insertSteps(
      entered.steps.map(({ kind, need }, index) => ({
        ...place,
        no: index + 1,
        kind,
        position: (index + 1) * 1_000,
        need: need === 'all' ? null : need,
      })),
    );
    this.writer.insertSeats(seats);
    const by = card.drafter.staffNo;
    await this.lifecycle.move([{ documentId: card.id, from: card.state, to: 'circulating', by, reason: null }]);
    await this.openFirstSeats(card, entered);
  }

  /** The very function that opens seats after an act opens the first ones. */
  private async openFirstSeats(card: DocumentCard, { actor, revision }: RoundToEnter): Promise<void> {
    const loaded = (await this.reader.lock([card.id])).get(card.id);
    if (!loaded) throw new Error('The case that was just entered is not there.');
    const { facts, chart } = await this.facts.of(loaded, actor);
    const events = advance(loaded.state, facts);
    const after = events.reduce(evolve, loaded.state);
    const addedBy = { name: actor.name, comment: null };
    const move = { loaded, facts, chart, events, after, revisionNo: null, addedBy };
    const [difference] = await this.differences.run([{ move, actId: null }], revision.at);
    await this.news.tell([{ card, opened: difference?.opened ?? [] }]);
  }
}

function caseRow(
  card: DocumentCard,
  { plan, revision, ruleSetId, settingsVersion, requested, previous }: RoundToEnter,
  round: number,
): CaseRow {
  return {
    document_id: card.id,
    version: (previous?.version ?? 0) + 1,
    round,
    revision_no: revision.no,
    content_digest: revision.digest,
    rule_set_id: ruleSetId,
    settings_version: settingsVersion,
    decision_label: plan.decision.label,
    decision_rank: plan.decision.rank,
    drafter_staff_no: card.drafter.staffNo,
    submitted_at: revision.at,
    requested,
  };
}

function seatRow(
  place: Pick<NewSeatRow, 'document_id' | 'round' | 'step_no' | 'seat_no'>,
  seat: EntrySeat,
): NewSeatRow {
  const carried = seat.carriedActId !== null;
  return {
    ...place,
    id: newId<string>(),
    post_code: seat.postCode,
    post_title: seat.postTitle,
    rank: seat.rank,
    unit_code: seat.unitCode,
    unit_name: seat.unitName,
    planned_holder: seat.holder?.staffNo ?? null,
    planned_name: seat.holder?.name ?? null,
    planned_kind: seat.holder?.kind ?? null,
    reason: seat.reason,
    // What the rules settle for good is skipped now; otherwise this is a forecast, asked anew in its turn (RULE-20).
    skip: seat.skip,
    state: carried ? 'done' : isSettled(seat) ? 'skipped' : 'waiting',
    principal: null,
    principal_name: null,
    principal_kind: null,
    opened_at: null,
    act_id: seat.carriedActId,
    carried,
    branch: seat.branch,
    turn: seat.turn,
    origin: seat.origin,
    attempt: 1,
    held_until: null,
    handed_to: null,
    pass_over: seat.passOver,
    passed_by: null,
    due_on: null,
    away: null,
    away_until: null,
    stand_in: null,
    stand_in_name: null,
  };
}

function isSettled({ skip, postCode }: EntrySeat): boolean {
  return skip === 'own-section' || skip === 'removed' || postCode === '';
}
