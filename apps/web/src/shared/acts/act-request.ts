import type { ActRequest, Approval, RouteSeat, RouteStep } from '../api/types';

export type AllowedAct = Approval['allowed'][number];
export type RefusedAct = Approval['refused'][number];
/** Every act of the table (行為), also the editing of content, which has its own address. */
export type ActKind = Exclude<AllowedAct['kind'], 'submit'>;
/** What may be said beyond plain agreement, e.g. 条件付同意. */
export type SaidOutcome = NonNullable<ActRequest['outcome']>;
export type ActPointer = NonNullable<ActRequest['about']>;
export type AdditionKind = NonNullable<ActRequest['addition']>['kind'];

/** What a dialog adds to an act. */
export type ActDetails = Pick<
  ActRequest,
  | 'comment'
  | 'outcome'
  | 'targetSeatId'
  | 'about'
  | 'until'
  | 'to'
  | 'addition'
  | 'postReview'
  | 'handCarried'
  | 'occurredOn'
>;

export interface SeatPlace {
  readonly step: RouteStep;
  readonly seat: RouteSeat;
}

/** The seat of an act with its step; null for acts about the whole matter. */
export function placeOf(approval: Approval, seatId: string | undefined): SeatPlace | null {
  if (seatId === undefined) return null;
  for (const step of approval.steps) {
    const seat = step.seats.find((one) => one.id === seatId);
    if (seat) return { step, seat };
  }
  return null;
}

/** What is sent for an act: the version and digest of what the person was shown go with it. */
export function actRequest(approval: Approval, act: AllowedAct, details: ActDetails = {}): ActRequest {
  const plain = plainOutcome(approval, act);
  const outcome = details.outcome ?? plain;
  const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined && value !== ''));
  return {
    ...given,
    kind: act.kind as ActRequest['kind'],
    expectedVersion: approval.version,
    ...(act.seatId ? { seatId: act.seatId } : {}),
    ...(approval.contentDigest ? { contentDigest: approval.contentDigest } : {}),
    ...(outcome ? { outcome } : {}),
  };
}

/** Sections consent, and whoever reads afterwards takes note, unless they say otherwise. */
function plainOutcome(approval: Approval, { kind, seatId }: AllowedAct): SaidOutcome | undefined {
  if (kind === 'post_review') return 'acknowledged';
  const agrees = kind === 'approve' || kind === 'acting_approve';
  return agrees && placeOf(approval, seatId)?.step.kind === 'concurrence' ? 'consented' : undefined;
}
