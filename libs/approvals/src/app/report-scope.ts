import type { Actor } from '@fubako/platform/authz';
import type { ReportScope } from '../data/report-rows';
import { refuse } from '../errors';

const OFFICE: readonly string[] = ['records_officer', 'auditor'];
const CLERKS: readonly string[] = ['records_clerk', 'deputy_records_clerk'];

/**
 * For the records office and auditors the whole municipality, for records clerks their sections.
 * @throws DomainError approvals.not-your-report for whoever keeps no records
 */
export function scopeOf({ roles }: Actor): ReportScope {
  const mine = roles.filter(({ role }) => OFFICE.includes(role) || CLERKS.includes(role));
  if (mine.some(({ unitCode }) => unitCode === null)) return null;
  if (mine.length === 0) throw refuse('approvals.not-your-report', {});
  return mine.flatMap(({ unitCode }) => unitCode ?? []);
}
