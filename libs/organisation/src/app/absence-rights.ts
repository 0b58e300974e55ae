import type { StaffNo } from '@fubako/kernel';
import { type Actor, hasRole } from '@fubako/platform/authz';
import type { Absence, AbsenceKind, Proxy } from '../core/absence';
import { refuse } from '../errors';

/** Personnel (組織管理者): registers for everybody, and alone registers 事故, which moves powers to a deputy. */
export function isOrgAdmin(actor: Actor): boolean {
  return hasRole(actor, 'org_admin');
}

/** One's own 不在 oneself; somebody else's the personnel office and the records office; 事故 the personnel office alone. */
export function mayKeepAbsence(actor: Actor, of: { readonly staffNo: StaffNo; readonly kind: AbsenceKind }): boolean {
  if (isOrgAdmin(actor)) return true;
  if (of.kind === 'incapacity') return false;
  return of.staffNo === actor.staffNo || hasRole(actor, 'records_officer');
}

/** What stands against taking an absence back or ending it, as it is thrown to whoever may know of it; null when nothing does. */
export function absenceEndRefusal(absence: Absence, actor: Actor, now: Date) {
  if (!mayKeepAbsence(actor, absence)) return refuse('organisation.absence-not-yours', { kind: absence.kind });
  return absence.until <= now ? refuse('organisation.absence-is-over', {}) : null;
}

/** What stands against taking a proxy back, as it is thrown to its two sides; null when nothing does. */
export function proxyEndRefusal({ giver, until }: Pick<Proxy, 'giver' | 'until'>, actor: Actor, now: Date) {
  if (giver !== actor.staffNo && !isOrgAdmin(actor)) return refuse('organisation.proxy-not-yours', {});
  return until <= now ? refuse('organisation.proxy-is-over', {}) : null;
}
