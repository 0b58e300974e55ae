import type { PostCode, StaffNo } from '@fubako/kernel';
import type { OrganisationChart } from '@fubako/organisation';
import type { ApprovalEvent } from '../core/approval-event';
import { type CaseState, type Seat, type Step, seatsOf } from '../core/case-state';
import type { SeatReason, StepKind } from '../core/route-plan';
import type { SeatRow } from '../data/case.row';
import type { NewSeatRow, StepRow } from '../data/case-writer';
import type { CaseChange, MovedReview, NewPostReview, SeatChange } from '../data/change-writer';
import type { CaseMove } from './accepted-act';
import { type LeftSeat, leftSeats } from './left-seats';
import type { OpenedSeat } from './opened-seat';
import { type DifferenceBasis, seatChange } from './seat-change';

/** What the act changes in the tables. */
export interface CaseDifference {
  readonly newSteps: readonly StepRow[];
  readonly stepKinds: readonly { document_id: string; round: number; no: number; kind: StepKind }[];
  readonly newSeats: readonly NewSeatRow[];
  readonly seats: readonly SeatChange[];
  readonly reviews: readonly NewPostReview[];
  readonly reviewed: readonly { seat_id: string; outcome: string; act_id: string }[];
  readonly movedReviews: readonly MovedReview[];
  /** Null where nothing but what lists say of absences has changed: nobody's view of the case is out of date. */
  readonly case: CaseChange | null;
  readonly opened: readonly OpenedSeat[];
  readonly left: readonly LeftSeat[];
}

/** Compares the case as it was read with what the act has made of it. Pure: the rows to write follow from the two states. */
export function differenceOf(move: CaseMove, basis: DifferenceBasis): CaseDifference {
  const { loaded, after, chart } = move;
  const before = new Map(loaded.seats.map((row) => [row.id, row]));
  const known = new Map(loaded.state.steps.map((step) => [step.no, step]));
  const place = { document_id: loaded.card.id, round: loaded.row.round };
  const added = after.steps.filter(({ no }) => !known.has(no));
  const positions = positionsOf(after, loaded.seats);
  const changed = seatsOf(after).flatMap((seat) => seatChange(seat, before.get(seat.id), { move, basis }));
  return {
    newSteps: added.map(({ no, kind, need }) => ({
      ...place,
      no,
      kind,
      position: positions.get(no) ?? 0,
      need: need === 'all' ? null : need,
    })),
    stepKinds: after.steps
      .filter(({ no, kind }) => known.has(no) && known.get(no)?.kind !== kind)
      .map(({ no, kind }) => ({ ...place, no, kind })),
    newSeats: added.flatMap((step) =>
      step.seats.map((seat) => newSeatRow(seat, { ...place, step_no: step.no, reason: reasonOf(move, seat), chart })),
    ),
    seats: changed,
    reviews: openedReviews(move),
    reviewed: move.events.flatMap((e) =>
      e.type === 'post-review-done' && basis.actId !== null
        ? [{ seat_id: e.seatId, outcome: e.outcome, act_id: basis.actId }]
        : [],
    ),
    movedReviews: movedReviews(move),
    case: move.events.length === 0 && basis.actId === null ? null : caseChange(move),
    opened: openedSeats(after, before, changed),
    left: leftSeats(after, before, basis),
  };
}

/** New steps stand half-way between their neighbours. */
function positionsOf(state: CaseState, rows: readonly SeatRow[]): Map<number, number> {
  const positions = new Map(rows.map(({ step_no, position }) => [step_no, position]));
  state.steps.forEach(({ no }, index) => {
    if (positions.has(no)) return;
    const previous = positions.get(state.steps[index - 1]?.no ?? 0) ?? 0;
    const next = state.steps.slice(index + 1).find((step) => positions.has(step.no));
    const limit = (next && positions.get(next.no)) ?? previous + 2_000;
    positions.set(no, (previous + limit) / 2);
  });
  return positions;
}

interface NewSeatPlace {
  readonly document_id: string;
  readonly round: number;
  readonly step_no: number;
  readonly reason: SeatReason;
  readonly chart: OrganisationChart;
}

function newSeatRow(seat: Seat, { chart, ...place }: NewSeatPlace): NewSeatRow {
  const post = chart.post(seat.postCode as PostCode);
  const holder = chart.holderOf(seat.postCode as PostCode);
  return {
    ...place,
    id: seat.id,
    seat_no: 1,
    post_code: seat.postCode,
    post_title: seat.postTitle,
    rank: seat.rank,
    unit_code: post?.unitCode ?? '',
    unit_name: seat.unitName,
    planned_holder: holder?.person.staffNo ?? null,
    planned_name: holder?.person.name ?? null,
    planned_kind: holder?.kind ?? null,
    skip: null,
    // What the act makes of it is written with the other changes.
    state: 'waiting',
    principal: null,
    principal_name: null,
    principal_kind: null,
    opened_at: null,
    act_id: null,
    carried: false,
    branch: seat.branch,
    turn: seat.turn,
    origin: seat.origin,
    attempt: 1,
    held_until: null,
    handed_to: null,
    pass_over: false,
    passed_by: null,
    due_on: null,
    away: null,
    away_until: null,
    stand_in: null,
    stand_in_name: null,
  };
}

/** Why a seat came into the route on the way. */
function reasonOf({ events, loaded, addedBy }: CaseMove, seat: Seat): SeatReason {
  const raised = events.find((e) => e.type === 'decision-raised' && e.seat.id === seat.id);
  if (raised?.type !== 'decision-raised') return { code: 'added', by: addedBy.name, comment: addedBy.comment };
  const { because } = raised;
  if (because.code === 'objection') {
    const objector = loaded.seats.find(({ id }) => id === because.seatId);
    return { code: 'decider-disagreement', unitName: objector?.unit_name ?? '' };
  }
  return { code: 'decider-upward', rule: loaded.row.decision_label, because: because.code };
}

function openedReviews({ events, loaded, chart, after }: CaseMove): NewPostReview[] {
  return events.flatMap((event) => {
    if (event.type !== 'post-review-opened') return [];
    const { seatId, principal, cause } = event.review;
    const attempt = seatsOf(after).find(({ id }) => id === seatId)?.attempt ?? 1;
    return [
      {
        seat_id: seatId,
        attempt,
        document_id: loaded.card.id,
        round: loaded.row.round,
        cause,
        principal,
        principal_name: principal === null ? null : (chart.person(principal as StaffNo)?.name ?? null),
      },
    ];
  });
}

function movedReviews({ events, chart }: CaseMove): MovedReview[] {
  return events.flatMap((event) =>
    event.type === 'post-review-moved'
      ? [
          {
            seat_id: event.seatId,
            principal: event.principal,
            principal_name: chart.person(event.principal as StaffNo)?.name ?? null,
          },
        ]
      : [],
  );
}

function caseChange({ loaded, after, events, revisionNo }: CaseMove): CaseChange {
  const raised = events.findLast(
    (event): event is Extract<ApprovalEvent, { type: 'decision-raised' }> => event.type === 'decision-raised',
  );
  const { row } = loaded;
  return {
    document_id: row.document_id,
    revision_no: revisionNo ?? row.revision_no,
    content_digest: Buffer.from(after.contentDigest ?? '', 'hex'),
    decision_label: raised ? `${raised.seat.postTitle}決裁` : row.decision_label,
    decision_rank: raised ? raised.seat.rank : row.decision_rank,
  };
}

/** Seats that are open now and were not, or belong to somebody else now. */
function openedSeats(
  after: CaseState,
  before: ReadonlyMap<string, SeatRow>,
  changed: readonly SeatChange[],
): OpenedSeat[] {
  const ids = new Set(changed.map(({ id }) => id));
  return after.steps.flatMap((step: Step) =>
    step.seats.flatMap((seat) => {
      const row = before.get(seat.id);
      const same = row?.state === 'active' && row.principal === seat.principal && row.attempt === seat.attempt;
      return seat.state === 'active' && ids.has(seat.id) && !same
        ? [{ seatId: seat.id, staffNo: seat.principal, kind: step.kind }]
        : [];
    }),
  );
}
