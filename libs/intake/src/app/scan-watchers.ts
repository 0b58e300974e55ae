import { type Actor, type Role, hasRole } from '@fubako/platform/authz';

/** Who looks after what scanners bring: of the whole town, or the clerks of a section for its inlets (SCI-6). */
const TOWN_WIDE: readonly Role[] = ['records_officer', 'system_admin', 'auditor'];
const CLERKS: readonly Role[] = ['records_clerk', 'deputy_records_clerk'];

export const watchesAllInlets = (actor: Actor): boolean => TOWN_WIDE.some((role) => hasRole(actor, role));

/** Codes of the sections whose inlets the person looks after as clerk. */
export function sectionsWatchedBy({ roles }: Pick<Actor, 'roles'>): string[] {
  return roles.flatMap(({ role, unitCode }) =>
    CLERKS.includes(role) && unitCode !== null ? [unitCode as string] : [],
  );
}

export const watchesScans = (actor: Actor): boolean => watchesAllInlets(actor) || sectionsWatchedBy(actor).length > 0;
