import { type FiscalYear, type LocalDate, firstDayOf, fiscalYearOf, lastDayOf } from '@fubako/kernel';
import { type Retention, type RetentionTerms, retentionOf } from './retention';

/** 簿冊 by what tells it from others; a later volume of it has the same key. */
export interface FileKey {
  readonly classCode: string;
  readonly sectionCode: string;
  readonly fiscalYear: FiscalYear;
}

/** FIL-1 The file of a decided document: its class, the section that drafted it, the fiscal year of the decision. */
export function fileOf(
  document: { readonly classCode: string; readonly sectionCode: string },
  decidedOn: LocalDate,
): FileKey {
  return { classCode: document.classCode, sectionCode: document.sectionCode, fiscalYear: fiscalYearOf(decidedOn) };
}

/** Spelled the same for the same file, and in the order in which files are opened and locked. */
export function spell({ classCode, sectionCode, fiscalYear }: FileKey): string {
  return [fiscalYear, classCode, sectionCode].join('/');
}

/** FIL-3 What stays inside is complete with its decision; what goes out (施行) is handled further until it is closed. */
export function isCompleteAtDecision(execution: string): boolean {
  return execution === 'none';
}

/** The days of a record, as far as they are known. */
export interface RecordDays {
  readonly decidedOn: LocalDate;
  readonly closedOn: LocalDate;
  readonly eventOn: LocalDate | null;
  /** A longer period that the record once had (RET-8). */
  readonly keepUntil?: LocalDate | null;
  /** Fiscal year of its file. */
  readonly fiscalYear: FiscalYear;
  /** The day on which its 継続簿冊 was closed. */
  readonly fileClosedOn?: LocalDate | null;
}

/**
 * FIL-4 Retention of a record in its file. A document comes into being with its decision; a file gathers the decisions
 * of one fiscal year, so the first and the last day of that year stand for its first and last document.
 */
export function retentionOfRecord(terms: RetentionTerms, days: RecordDays, today: LocalDate): Retention {
  const { decidedOn, closedOn, eventOn, fiscalYear, fileClosedOn = null, keepUntil = null } = days;
  const file = { fileEarliest: firstDayOf(fiscalYear), fileLatest: lastDayOf(fiscalYear) };
  return retentionOf({ ...terms, ...file, closedOn, createdOn: decidedOn, eventOn, fileClosedOn, keepUntil, today });
}
