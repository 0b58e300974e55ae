import type { Approval, RequestedSeats, RouteSeat, RouteStep } from '../../shared/api/types';

export type Addition = NonNullable<RequestedSeats['additions']>[number];

/** What the drafter asks beyond the rules: seats added, sections left out, posts passed over while away. */
export interface Requested {
  readonly additions: readonly Addition[];
  readonly removals: readonly { readonly unitCode: string; readonly reason: string }[];
  readonly passOver: readonly string[];
}

export const nothingRequested: Requested = { additions: [], removals: [], passOver: [] };

export const requestedBefore = (approval: Approval | undefined): Requested => approval?.requested ?? nothingRequested;

export const bodyOf = ({ additions, removals, passOver }: Requested): RequestedSeats => ({
  additions: [...additions],
  removals: [...removals],
  passOver: [...passOver],
});

/** A post is asked once, in the manner asked last. */
export const withAddition = (asked: Requested, addition: Addition): Requested => ({
  ...asked,
  additions: [...asked.additions.filter(({ postCode }) => postCode !== addition.postCode), addition],
});

export const withoutAddition = (asked: Requested, postCode: string): Requested => ({
  ...asked,
  additions: asked.additions.filter((one) => one.postCode !== postCode),
});

export const withoutUnit = (asked: Requested, unitCode: string, reason: string): Requested => ({
  ...asked,
  removals: [...asked.removals.filter((one) => one.unitCode !== unitCode), { unitCode, reason }],
});

export const withUnit = (asked: Requested, unitCode: string): Requested => ({
  ...asked,
  removals: asked.removals.filter((one) => one.unitCode !== unitCode),
});

export const togglePassOver = (asked: Requested, postCode: string): Requested => ({
  ...asked,
  passOver: asked.passOver.includes(postCode)
    ? asked.passOver.filter((code) => code !== postCode)
    : [...asked.passOver, postCode],
});

/** What the drafter may do with a seat of the preview. */
export type SeatChoice = 'drop-addition' | 'leave-out' | 'put-back' | 'pass-over';

/** The rules' own sections may be left out with a reason; an absent intermediate may be passed over, the decider not. */
export function choicesOf(step: RouteStep, seat: RouteSeat, asked: Requested): SeatChoice[] {
  if (asked.additions.some(({ postCode }) => postCode === seat.postCode) && seat.origin === 'drafter')
    return ['drop-addition'];
  if (asked.removals.some(({ unitCode }) => unitCode === seat.unitCode) && step.kind === 'concurrence')
    return ['put-back'];
  if (step.kind === 'concurrence' && seat.origin === 'rule' && seat.state === 'planned') return ['leave-out'];
  const chosen = asked.passOver.includes(seat.postCode);
  return step.kind === 'line' && (seat.away !== null || chosen) && seat.state === 'planned' ? ['pass-over'] : [];
}
