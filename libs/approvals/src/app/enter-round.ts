import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { type DocumentCard, DocumentLifecycle, type FrozenRevision } from '@fubako/documents';
import type { EntrySeat, EntryStep } from '../core/resubmit';
import type { RoutePlan } from '../core/route-plan';
import { CaseWriter, type NewSeatRow } from '../data/case-writer';
import type { CaseRow } from '../data/case.row';
import { SeatOpening } from './seat-opening';

export interface RoundToEnter {
  readonly plan: Extract<RoutePlan, { ok: true }>;
  readonly steps: readonly EntryStep[];
  readonly revision: FrozenRevision;
  readonly ruleSetId: number;
  readonly settingsVersion: number;
  readonly previous: CaseRow | null;
}

/** Writes the first or next round of a case and opens its first seats. Earlier rounds stay as they are (RULE-53). */
@Injectable()
export class EnterRound {
  constructor(
    private readonly writer: CaseWriter,
    private readonly lifecycle: DocumentLifecycle,
    private readonly opening: SeatOpening,
  ) {}

  async run(card: DocumentCard, entered: RoundToEnter): Promise<void> {
    const round = (entered.previous?.round ?? 0) + 1;
    const place = { document_id: card.id, round };
    const seats = entered.steps.flatMap(({ seats: planned }, index) =>
      planned.map((seat, at) => seatRow({ ...place, step_no: index + 1, seat_no: at + 1 }, seat)),
    );
    await this.writer.enterRound(caseRow(card, entered, round));
    await this.writer.insertSteps(entered.steps.map(({ kind }, index) => ({ ...place, no: index + 1, kind })));
    await this.writer.insertSeats(seats);
    await this.lifecycle.move([
      { documentId: card.id, from: card.state, to: 'circulating', by: card.drafter.staffNo, reason: null },
    ]);
    const first = Math.min(...seats.filter(({ state }) => state === 'waiting').map(({ step_no }) => step_no));
    const kind = entered.steps[first - 1]?.kind ?? 'decision';
    const opened = seats.filter(({ state, step_no }) => state === 'waiting' && step_no === first);
    await this.opening.open(
      opened.map(({ id, post_code }) => ({
        seatId: id,
        documentId: card.id,
        title: card.title,
        postCode: post_code,
        kind,
      })),
    );
  }
}

function caseRow(
  card: DocumentCard,
  { plan, revision, ruleSetId, settingsVersion, previous }: RoundToEnter,
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
    skip: seat.skip,
    state: carried ? 'done' : seat.skip === null ? 'waiting' : 'skipped',
    principal: null,
    principal_name: null,
    principal_kind: null,
    opened_at: null,
    act_id: seat.carriedActId,
    carried,
  };
}
