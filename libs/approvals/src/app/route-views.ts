import type { Language } from '@fubako/platform/http';
import { reasonWords, skipWords } from '../core/reason-words';
import type { ActRow, PostReviewRow, SeatRow } from '../data/case.row';
import type { PostReviewView, RouteSeat, RouteStep } from './approvals.views.dto';
import { stateOfSkip } from './planned-views';

/** What was said in and about the seats. */
export interface Said {
  readonly acts: ReadonlyMap<string, ActRow>;
  readonly reviews: readonly PostReviewRow[];
  readonly names: (staffNo: string) => string | null;
}

/** The steps of the current round with what was done in them. */
export function stepViews(seats: readonly SeatRow[], said: Said, language: Language): RouteStep[] {
  const steps = new Map<number, RouteStep>();
  for (const seat of seats) {
    const step = steps.get(seat.step_no) ?? {
      no: seat.step_no,
      kind: seat.step_kind,
      state: 'waiting',
      need: seat.need,
      seats: [],
    };
    step.seats.push(seatView(seat, said, language));
    steps.set(seat.step_no, step);
  }
  return [...steps.values()].map((step) => ({ ...step, state: stepState(step.seats) }));
}

function seatView(seat: SeatRow, said: Said, language: Language): RouteSeat {
  const act = seat.act_id === null ? undefined : said.acts.get(seat.act_id);
  return {
    id: seat.id,
    postCode: seat.post_code,
    postTitle: seat.post_title,
    unitCode: seat.unit_code,
    unitName: seat.unit_name,
    holder: holderShown(seat),
    state: stateShown(seat),
    reason: reasonShown(seat, language),
    act: act ? actView(act, seat.carried) : null,
    openedAt: seat.opened_at?.toISOString() ?? null,
    branch: seat.branch,
    origin: seat.origin,
    away: awayView(seat),
    heldUntil: seat.held_until,
    handedTo: seat.handed_to && (said.names(seat.handed_to) ?? seat.principal_name),
    dueOn: seat.due_on,
    postReview: reviewView(said.reviews.findLast(({ seat_id }) => seat_id === seat.id)),
  };
}

/** Whoever has it, or is foreseen to; nobody for an open seat that is vacant. */
function holderShown(seat: SeatRow): RouteSeat['holder'] {
  const planned = seat.principal === null && seat.opened_at === null;
  const staffNo = planned ? seat.planned_holder : seat.principal;
  const name = planned ? seat.planned_name : seat.principal_name;
  const kind = seat.principal_kind ?? seat.planned_kind;
  return staffNo && name && kind ? { staffNo, name, kind } : null;
}

function reasonShown({ skip, reason }: SeatRow, language: Language) {
  return skip === null || skip === 'removed' ? reasonWords(reason, language) : skipWords(skip, language);
}

function awayView(seat: SeatRow): RouteSeat['away'] {
  return seat.away && { kind: seat.away, until: seat.away_until?.toISOString() ?? null, standIn: seat.stand_in_name };
}

/** A seat that is only forecast to need no act is shown so, too. */
function stateShown({ skip, state }: SeatRow): RouteSeat['state'] {
  return skip !== null && (state === 'waiting' || state === 'skipped') ? stateOfSkip(skip) : state;
}

function reviewView(review: PostReviewRow | undefined): PostReviewView | null {
  if (!review) return null;
  return {
    cause: review.cause,
    by: review.principal_name,
    outcome: review.outcome,
    openedAt: review.opened_at.toISOString(),
    doneAt: review.done_at?.toISOString() ?? null,
  };
}

function actView(act: ActRow, stale: boolean) {
  return {
    kind: act.kind,
    outcome: act.outcome ?? 'approved',
    actorName: act.actor_name,
    postTitle: act.post_title,
    actedAt: act.acted_at.toISOString(),
    comment: act.comment,
    stale,
    capacity: act.capacity,
    inSteadOf: act.for_name === null ? null : `${act.for_post_title ?? ''} ${act.for_name}`.trim(),
  };
}

const OVER: readonly RouteSeat['state'][] = ['merged', 'removed', 'passed'];

function stepState(seats: readonly RouteSeat[]): RouteStep['state'] {
  const states = seats
    .map(({ state }) => (OVER.includes(state) ? 'skipped' : state))
    .filter((state) => state !== 'skipped');
  if (states.length === 0) return 'skipped';
  const order = ['active', 'suspended', 'waiting', 'done'] as const;
  return order.find((state) => states.includes(state)) ?? 'waiting';
}
