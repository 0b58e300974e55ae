import { type FiscalYear, type LocalDate, lastDayOf } from '@fubako/kernel';
import { retentionOfRecord } from '../filing';
import { type Retention, type RetentionTerms, isShorter } from '../retention';

/** Days of a file of paper, in which no electronic record lies. */
export interface PaperFileDays {
  readonly fiscalYear: FiscalYear;
  readonly startsOn: LocalDate | null;
  readonly eventOn: LocalDate | null;
  readonly fileClosedOn?: LocalDate | null;
}

/** What a record, or a file in which none lies, is reckoned from when its terms are known: many of them share the same. */
export interface DayUnderTerms {
  readonly fiscalYear: FiscalYear;
  /** The day that the terms ask for; null: it is not known, or it is that of the fiscal year. */
  readonly day: LocalDate | null;
  /** With the extension of the file. */
  readonly expiresOn: LocalDate | null;
}

/** A file of paper runs from the end of its year (PAP-1); one that has no dates gets none. */
export function retentionOfPaper(
  file: PaperFileDays,
  terms: RetentionTerms,
  { keepUntil, today }: { readonly keepUntil: LocalDate | null; readonly today: LocalDate },
): Retention | null {
  return file.startsOn === null ? null : ownRetention(file, terms, { keepUntil, today });
}

/** The same whatever dates it has had so far. */
export function ownRetention(
  { fiscalYear, eventOn, fileClosedOn = null }: Omit<PaperFileDays, 'startsOn'>,
  terms: RetentionTerms,
  { keepUntil, today }: { readonly keepUntil: LocalDate | null; readonly today: LocalDate },
): Retention {
  const day = fileClosedOn ?? lastDayOf(fiscalYear);
  return retentionOfRecord(
    terms,
    { decidedOn: day, closedOn: day, eventOn, fiscalYear, fileClosedOn, keepUntil },
    today,
  );
}

/** RET-8 Whether what has this day would end earlier by these terms, if that were meant. */
export function endsEarlier(
  { fiscalYear, day, expiresOn }: DayUnderTerms,
  terms: RetentionTerms,
  today: LocalDate,
): boolean {
  const decidedOn = day ?? lastDayOf(fiscalYear);
  const after = retentionOfRecord(terms, { decidedOn, closedOn: decidedOn, eventOn: day, fiscalYear }, today);
  return isShorter(expiresOn, after.expiresOn);
}
