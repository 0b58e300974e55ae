import type { Outcome, RouteSeat, RouteStep, StepKind } from '../api/types';
import { stampDay, townDay } from '../wareki/format';
import { seatTitle } from './names';

export type BoxState =
  'stamped' | 'active' | 'held' | 'waiting' | 'skipped' | 'same-person' | 'suspended' | 'passed' | 'removed';

/** One box of the approval column (決裁欄), as it is drawn and spoken. */
export interface StampBox {
  readonly key: string;
  readonly title: string;
  readonly kind: StepKind | 'draft';
  readonly state: BoxState;
  /** Who stamped, or who is expected to; null when the post is vacant. */
  readonly name: string | null;
  readonly stampTitle: string;
  /** Era date of the stamp, '8.11.16'. */
  readonly day: string | null;
  readonly instant: string | null;
  readonly outcome: Outcome | null;
  /** 代: decided or approved in somebody's stead (代決, 代理). */
  readonly acting: boolean;
  /** Whose stamp it would have been, e.g. 部長 江藤 信一. */
  readonly inSteadOf: string | null;
  /** 後閲: owed, or done. */
  readonly postReview: 'owed' | 'done' | null;
  /** The stamp was given to an earlier revision. */
  readonly stale: boolean;
  readonly comment: string | null;
  readonly reason: { readonly rule: string; readonly text: string } | null;
}

const outsideLine = (kind: StepKind) => kind === 'concurrence' || kind === 'review';

const kept: readonly BoxState[] = ['skipped', 'suspended', 'passed', 'removed'];

function stateOf(seat: RouteSeat): BoxState {
  if (seat.act) return 'stamped';
  if (seat.state === 'merged') return 'same-person';
  if (seat.state === 'active') return seat.heldUntil === null ? 'active' : 'held';
  if (kept.includes(seat.state as BoxState)) return seat.state as BoxState;
  return 'waiting';
}

/** A seat passed over owes its 後閲 even before the document says so. */
function reviewOf({ postReview, state }: RouteSeat): StampBox['postReview'] {
  if (postReview?.doneAt) return 'done';
  return postReview !== null || state === 'passed' ? 'owed' : null;
}

const unstamped = {
  day: null,
  instant: null,
  outcome: null,
  acting: false,
  inSteadOf: null,
  stale: false,
  comment: null,
} as const;

/** What the act itself puts on the paper. */
const stampOf = (act: NonNullable<RouteSeat['act']>) => ({
  day: stampDay(townDay(act.actedAt)),
  instant: act.actedAt,
  outcome: act.outcome,
  acting: act.capacity === 'acting' || act.capacity === 'proxy',
  inSteadOf: act.inSteadOf,
  stale: act.stale,
  comment: act.comment,
});

function boxOf(step: RouteStep, seat: RouteSeat, index: number): StampBox {
  const { act } = seat;
  // Several sections stand side by side there: their heads are named with the unit, on the box and on the stamp.
  const titled = (title: string) => (outsideLine(step.kind) ? seatTitle(seat.unitName, title) : title);
  return {
    key: seat.id ?? `${step.no}-${seat.postCode}-${index}`,
    title: titled(seat.postTitle),
    kind: step.kind,
    state: stateOf(seat),
    name: act?.actorName ?? seat.holder?.name ?? null,
    stampTitle: act && act.postTitle !== seat.postTitle ? act.postTitle : titled(seat.postTitle),
    postReview: reviewOf(seat),
    reason: seat.reason,
    ...(act ? stampOf(act) : unstamped),
  };
}

export interface DraftedBy {
  readonly name: string;
  readonly title: string;
  /** Instant of submission; null while drafting. */
  readonly at: string | null;
}

/** The boxes in the order of acts: the drafter first, the decider last, readers after. */
export function stampBoxes(drafter: DraftedBy | null, steps: readonly RouteStep[]): readonly StampBox[] {
  const first: StampBox[] = drafter
    ? [
        {
          key: 'drafter',
          title: drafter.title,
          kind: 'draft',
          state: drafter.at ? 'stamped' : 'waiting',
          name: drafter.name,
          stampTitle: drafter.title,
          postReview: null,
          reason: null,
          ...unstamped,
          day: drafter.at ? stampDay(townDay(drafter.at)) : null,
          instant: drafter.at,
        },
      ]
    : [];
  const inOrder = [...steps].sort((a, b) => a.no - b.no);
  return [...first, ...inOrder.flatMap((step) => step.seats.map((seat, index) => boxOf(step, seat, index)))];
}
