import type { ActRequest, Approval } from '../api/types';

export type ActKind = ActRequest['kind'];
export type AllowedAct = Approval['allowed'][number];
/** 合議の答え */
export type ConcurrenceOutcome = Extract<
  NonNullable<ActRequest['outcome']>,
  'consented' | 'consented_with_opinion' | 'objected' | 'not_concerned'
>;

/** The step the seat belongs to; null when the act needs no seat. */
export const stepOf = (approval: Approval, seatId: string | undefined) =>
  approval.steps.find((step) => step.seats.some((seat) => seat.id !== null && seat.id === seatId)) ?? null;

/** What is sent for an act: the version and digest of what the person was shown go with it. */
export function actRequest(
  approval: Approval,
  act: AllowedAct,
  { comment, outcome }: { readonly comment?: string | undefined; readonly outcome?: ConcurrenceOutcome | undefined },
): ActRequest {
  const concurring = act.kind === 'approve' && stepOf(approval, act.seatId)?.kind === 'concurrence';
  return {
    kind: act.kind as ActKind,
    expectedVersion: approval.version,
    ...(act.seatId ? { seatId: act.seatId } : {}),
    ...(approval.contentDigest ? { contentDigest: approval.contentDigest } : {}),
    ...(concurring ? { outcome: outcome ?? 'consented' } : {}),
    ...(comment ? { comment } : {}),
  };
}
