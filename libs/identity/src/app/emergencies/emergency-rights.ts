import { type Actor, hasRole } from '@fubako/platform/authz';
import { stateOf } from '../../core/emergency';
import type { Emergency } from '../../data/emergency-rows';

export type EmergencyAct = 'read' | 'confirm' | 'end';

/** ID-23 Whoever looks after system or organisation asks; that alone lets them read nothing. */
export const mayAsk = (actor: Actor): boolean => hasRole(actor, 'system_admin') || hasRole(actor, 'org_admin');

/** ID-23 Whoever has the role of its own and is not of those who ask. */
export const mayConfirm = (actor: Actor): boolean => hasRole(actor, 'emergency_confirmer') && !mayAsk(actor);

const isReviewer = ({ posts }: Actor, reviewPost: string | null): boolean =>
  reviewPost !== null && posts.some(({ code }) => code === reviewPost);

/** ID-23 Who asked, confirms, reviews or audits, and the sections concerned with their heads. */
export function sees(actor: Actor, { asker, concernedUnits }: Emergency, reviewPost: string | null): boolean {
  return (
    asker === actor.staffNo ||
    mayConfirm(actor) ||
    hasRole(actor, 'auditor') ||
    isReviewer(actor, reviewPost) ||
    concernedUnits.some((unit) => actor.units.includes(unit))
  );
}

/** ID-23 What the person may do about it now. */
export function emergencyActs(
  actor: Actor,
  emergency: Emergency,
  { now, reviewPost }: { now: Date; reviewPost: string | null },
): EmergencyAct[] {
  const state = stateOf(emergency, now);
  if (state === 'over') return [];
  const own = emergency.asker === actor.staffNo;
  return [
    ...(state === 'open' && own ? (['read'] as const) : []),
    ...(state === 'waiting' && !own && mayConfirm(actor) ? (['confirm'] as const) : []),
    ...(own || mayConfirm(actor) || isReviewer(actor, reviewPost) ? (['end'] as const) : []),
  ];
}
