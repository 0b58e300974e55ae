import { type LocalDate, lastDayOf } from '@fubako/kernel';
import { retentionOfRecord } from '../../core/filing';
import type { SettledTerms } from '../../core/keeping/rule-change';
import { type Retention, isShorter } from '../../core/retention';
import type { ReckonedRow } from '../../data/keeping/reckoning-rows';
import type { RuleFileRow } from '../../data/keeping/rule-file-rows';
import type { Reckoning, Reckonings } from './reckoning';

/** What changed rules would make of a file. */
export interface FileOutcome {
  readonly file: RuleFileRow;
  readonly settled: SettledTerms;
  readonly records: readonly Reckoning[];
  /** Dates of a file in which no electronic record lies. */
  readonly own: Retention | null;
  readonly expiresOn: LocalDate | null;
  readonly isShorter: boolean;
}

/** Reckons a file anew by the terms that are settled for it; nothing is written. */
export function underRules(
  { file, records }: { readonly file: RuleFileRow; readonly records: readonly ReckonedRow[] },
  settled: SettledTerms,
  { reckonings, mayShorten, today }: { reckonings: Reckonings; mayShorten: boolean; today: LocalDate },
): FileOutcome {
  const terms = { ...settled.terms, retentionClass: settled.retentionClass };
  const planned = records.map((row) => reckonings.plan(row, { terms, mayShorten }, today));
  const own =
    records.length === 0 ? ownDates(file, settled, { keepUntil: mayShorten ? null : file.expiresOn, today }) : null;
  const expiresOn = own ? withExtension(own.expiresOn, file) : lastOf(planned, file);
  return {
    file,
    settled,
    records: planned,
    own,
    expiresOn,
    isShorter: planned.some((one) => one.isShorter) || (own !== null && isShorter(file.expiresOn, own.expiresOn)),
  };
}

/** A file of paper runs from the end of its year (PAP-1); one that has no dates gets none. */
function ownDates(
  file: RuleFileRow,
  { terms }: SettledTerms,
  { keepUntil, today }: { readonly keepUntil: LocalDate | null; readonly today: LocalDate },
): Retention | null {
  if (file.startsOn === null) return null;
  const day = lastDayOf(file.fiscalYear);
  const days = { decidedOn: day, closedOn: day, eventOn: file.eventOn, fiscalYear: file.fiscalYear, keepUntil };
  return retentionOfRecord(terms, days, today);
}

function lastOf(planned: readonly Reckoning[], file: RuleFileRow): LocalDate | null {
  const days = planned.map(({ after }) => after.expiresOn);
  const last = days.reduce(
    (one, next) => (one === null || next === null ? null : one > next ? one : next),
    days[0] ?? null,
  );
  return withExtension(last, file);
}

const withExtension = (day: LocalDate | null, { extendedTo }: RuleFileRow): LocalDate | null =>
  day !== null && extendedTo !== null && extendedTo > day ? extendedTo : day;
