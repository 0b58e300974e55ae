import type { LocalDate } from '@fubako/kernel';
import type { SettledTerms } from '../../core/keeping/rule-change';
import { retentionOfPaper } from '../../core/keeping/rule-days';
import { type Retention, isShorter } from '../../core/retention';
import type { ReckonedRow } from '../../data/keeping/reckoning-rows';
import type { RuleFileRow } from '../../data/keeping/rule-file-rows';
import type { Reckoning, Reckonings } from './reckoning';

/** A file with the electronic records that lie in it. */
export interface FileOnTheTable {
  readonly file: RuleFileRow;
  readonly records: readonly ReckonedRow[];
}

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
  { file, records }: FileOnTheTable,
  settled: SettledTerms,
  { reckonings, mayShorten, today }: { reckonings: Reckonings; mayShorten: boolean; today: LocalDate },
): FileOutcome {
  const terms = { ...settled.terms, retentionClass: settled.retentionClass };
  const planned = records.map((row) => reckonings.plan(row, { terms, mayShorten }, today));
  const own =
    records.length === 0
      ? retentionOfPaper(file, settled.terms, { keepUntil: mayShorten ? null : file.expiresOn, today })
      : null;
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

function lastOf(planned: readonly Reckoning[], file: RuleFileRow): LocalDate | null {
  if (file.isInUse) return null;
  const days = planned.map(({ after }) => after.expiresOn);
  const last = days.reduce(
    (one, next) => (one === null || next === null ? null : one > next ? one : next),
    days[0] ?? null,
  );
  return withExtension(last, file);
}

const withExtension = (day: LocalDate | null, { extendedTo }: RuleFileRow): LocalDate | null =>
  day !== null && extendedTo !== null && extendedTo > day ? extendedTo : day;

/** Files with those of the records that lie in them. */
export function onTheTable(files: readonly RuleFileRow[], records: readonly ReckonedRow[]): FileOnTheTable[] {
  const byFile = new Map<string, ReckonedRow[]>(files.map(({ id }) => [id, []]));
  for (const row of records) byFile.get(row.fileId)?.push(row);
  return files.map((file) => ({ file, records: byFile.get(file.id) ?? [] }));
}
