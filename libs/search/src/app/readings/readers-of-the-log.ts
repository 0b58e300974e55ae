import { type Actor, hasRole } from '@fubako/platform/authz';

/** REA-1 Who may ask the log of readings: auditors of the whole municipality. */
export const mayInquire = (actor: Actor): boolean => hasRole(actor, 'auditor');

/** REA-5 Who looks after the system does not acknowledge what such people read. */
export const looksAfterSystem = (actor: Actor): boolean =>
  actor.roles.some(({ role }) => role === 'system_admin' || role === 'org_admin' || role === 'auditor');

/** REA-5 Whether the person holds the post that digests are for, and stands outside of what they tell of. */
export function mayAcknowledge(actor: Actor, postCode: string | null): boolean {
  return postCode !== null && actor.posts.some(({ code }) => code === postCode) && !looksAfterSystem(actor);
}
