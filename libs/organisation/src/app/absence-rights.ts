import type { StaffNo } from '@fubako/kernel';
import { type Actor, hasRole } from '@fubako/platform/authz';
import type { AbsenceKind } from '../core/absence';

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
