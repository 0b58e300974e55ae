import type { LocalDate } from '@fubako/kernel';
import { MUNICIPALITY } from './sections/municipality';
import { POSTS } from './sections/posts';
import type { PackageContents } from './section';

/**
 * The day from which the definitions of a package hold: the day asked for, else the day of the import. The first package
 * of all, and one for an organisation still to come, hold from the first day of the organisation.
 */
export function versionsFrom(all: PackageContents, asked: LocalDate | null, today: LocalDate): LocalDate {
  if (asked !== null) return asked;
  const days = all.of(POSTS).entries.map(({ values }) => values.valid_from);
  const first = days.reduce<LocalDate | null>((least, day) => (least === null || day < least ? day : least), null);
  if (first === null) return today;
  return all.of(MUNICIPALITY).stored === null || first > today ? first : today;
}
