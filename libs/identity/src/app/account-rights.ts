import { type Actor, hasRole } from '@fubako/platform/authz';

/** ID-19 Accounts are looked after by system and organisation administrators; that lets them read nothing. */
export function mayLookAfterAccounts(actor: Actor): boolean {
  return hasRole(actor, 'system_admin') || hasRole(actor, 'org_admin');
}
