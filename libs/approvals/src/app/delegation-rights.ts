import { type Actor, hasRole } from '@fubako/platform/authz';
import { refuse } from '../errors';

/** Who keeps the delegation table: the office that owns the rules, and the administrator of the organisation. */
export function mayKeepTable(actor: Actor): boolean {
  return hasRole(actor, 'records_officer') || hasRole(actor, 'org_admin');
}

/** Auditors look and try, and change nothing. */
export function mayLookAtTable(actor: Actor): boolean {
  return mayKeepTable(actor) || hasRole(actor, 'auditor');
}

/** @throws DomainError approvals.not-your-table */
export function ensureKeeper(actor: Actor): void {
  if (!mayKeepTable(actor)) throw refuse('approvals.not-your-table', {});
}

/** @throws DomainError approvals.not-your-table */
export function ensureOnlooker(actor: Actor): void {
  if (!mayLookAtTable(actor)) throw refuse('approvals.not-your-table', {});
}

/** Settings are tried by whoever changes them, too. @throws DomainError approvals.not-your-table */
export function ensureTriesSettings(actor: Actor): void {
  if (!hasRole(actor, 'system_admin')) ensureOnlooker(actor);
}
