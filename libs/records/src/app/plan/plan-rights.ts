import { type Actor, hasRole } from '@fubako/platform/authz';
import { refusePlan as refuse } from '../../plan-errors';

/** Who keeps the filing plan: the records office. */
export const mayKeepPlan = (actor: Actor): boolean => hasRole(actor, 'records_officer');

/** Drafts and versions are seen by the office and by auditors; the plan in force is everybody's. */
export const maySeeVersions = (actor: Actor): boolean => mayKeepPlan(actor) || hasRole(actor, 'auditor');

/** @throws DomainError records.plan-not-yours */
export function ensurePlanKeeper(actor: Actor): void {
  if (!mayKeepPlan(actor)) throw refuse('records.plan-not-yours', {});
}

/** @throws DomainError records.plan-not-yours */
export function ensurePlanOnlooker(actor: Actor): void {
  if (!maySeeVersions(actor)) throw refuse('records.plan-not-yours', {});
}
