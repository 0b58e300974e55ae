import { hasRole, type Actor } from '@fubako/platform/authz';
import { refuse } from '../../errors';
import { mayKeepTable } from '../delegation-rights';

/** Who keeps forms and matter types: those who keep the delegation table, which reads their fields. */
export const mayKeepDefinitions = mayKeepTable;

/** @throws DomainError approvals.not-your-definitions */
export function ensureDefinitionKeeper(actor: Actor): void {
  if (!mayKeepDefinitions(actor)) throw refuse('approvals.not-your-definitions', {});
}

/** Auditors look and change nothing. */
export const mayLookAtDefinitions = (actor: Actor): boolean => mayKeepDefinitions(actor) || hasRole(actor, 'auditor');

/** @throws DomainError approvals.not-your-definitions */
export function ensureDefinitionOnlooker(actor: Actor): void {
  if (!mayLookAtDefinitions(actor)) throw refuse('approvals.not-your-definitions', {});
}
