import { type Actor, hasRole } from '@fubako/platform/authz';
import { refuse } from '../errors';

/** SET-6 システム管理者 changes settings. */
export const mayChangeSettings = (actor: Actor): boolean => hasRole(actor, 'system_admin');

/** SET-6 Those who keep the rules of the house, and auditors, look at them. */
export const maySeeSettings = (actor: Actor): boolean =>
  mayChangeSettings(actor) ||
  (['org_admin', 'records_officer', 'auditor'] as const).some((role) => hasRole(actor, role));

/** @throws DomainError organisation.settings-not-yours */
export function ensureMayChangeSettings(actor: Actor): void {
  if (!mayChangeSettings(actor)) throw refuse('organisation.settings-not-yours', {});
}

/** @throws DomainError organisation.settings-not-yours */
export function ensureMaySeeSettings(actor: Actor): void {
  if (!maySeeSettings(actor)) throw refuse('organisation.settings-not-yours', {});
}
