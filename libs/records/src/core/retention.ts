import { type FiscalYear, type LocalDate, firstDayOf, fiscalYearOf, lastDayOf } from '@fubako/kernel';
import { lastDayWithinAYear } from './one-year';

/** 起算の基準: which day's fiscal year the period follows (RULE-81, RULE-82). */
export const RETENTION_BASES = ['closed', 'created', 'file_earliest', 'file_latest', 'event'] as const;
export type RetentionBasis = (typeof RETENTION_BASES)[number];

/** 保存期間 as a class of the municipality package states it. */
export interface RetentionTerms {
  readonly basis: RetentionBasis;
  /** Whole fiscal years; 0: 1年未満; null: no end date (永年, 常用). */
  readonly years: number | null;
  readonly label: string;
  /** What a law demands at least (RULE-84). */
  readonly floor?: StatutoryFloor | null;
}

/** 法定の保存期間 */
export interface StatutoryFloor {
  readonly years: number;
  readonly law: string;
}

export interface RetentionFacts extends RetentionTerms {
  /** 完結 */
  readonly closedOn: LocalDate;
  readonly createdOn: LocalDate;
  /** Days of the first and the last document of the file. */
  readonly fileEarliest: LocalDate;
  readonly fileLatest: LocalDate;
  /** 特定日; null while it is not certain. */
  readonly eventOn: LocalDate | null;
  /** The day on which the 継続簿冊 that it lies in was closed: no period begins before it (CONT-3). */
  readonly fileClosedOn?: LocalDate | null;
  /** Kept at least until then: a longer period that the record once had. */
  readonly keepUntil?: LocalDate | null;
  /** Reviews lie on or after this day. */
  readonly today: LocalDate;
}

/** One step of the reckoning; codes and facts, worded for the reader by `retentionWords`. */
export type RetentionReason =
  | {
      readonly rule: 'RULE-81' | 'RULE-82';
      readonly code: 'basis';
      readonly facts: { readonly basis: RetentionBasis; readonly day: LocalDate; readonly fiscalYear: FiscalYear };
    }
  | {
      readonly rule: 'RULE-81';
      readonly code: 'file-closed';
      readonly facts: { readonly day: LocalDate; readonly fiscalYear: FiscalYear };
    }
  | { readonly rule: 'RULE-82'; readonly code: 'event-unknown'; readonly facts: { readonly label: string } }
  | { readonly rule: 'RULE-81'; readonly code: 'starts'; readonly facts: { readonly startsOn: LocalDate } }
  | {
      readonly rule: 'RULE-80';
      readonly code: 'expires';
      readonly facts: { readonly label: string; readonly years: number; readonly expiresOn: LocalDate };
    }
  | {
      readonly rule: 'RULE-80';
      readonly code: 'under-one-year';
      readonly facts: { readonly label: string; readonly expiresOn: LocalDate };
    }
  | {
      readonly rule: 'RULE-84';
      readonly code: 'statutory';
      readonly facts: { readonly law: string; readonly years: number; readonly expiresOn: LocalDate };
    }
  | { readonly rule: 'RULE-83'; readonly code: 'kept-longer'; readonly facts: { readonly expiresOn: LocalDate } }
  | {
      readonly rule: 'RULE-80';
      readonly code: 'no-end';
      readonly facts: { readonly label: string; readonly reviewOn: LocalDate };
    };

export interface Retention {
  readonly startsOn: LocalDate | null;
  /** The last day of the period; the day after it is the first on which disposal may be considered. Null: not disposable (RULE-90). */
  readonly expiresOn: LocalDate | null;
  /** When what has no end date is looked at again. */
  readonly reviewOn: LocalDate | null;
  readonly explanation: readonly RetentionReason[];
}

/** What has no end date is looked at once in every generation of officials (RULE-85: 30 years). */
const PERMANENT_REVIEW_YEARS = 30;

/** From when to when a record is kept, and why (RET-1 to RET-8). */
export function retentionOf(facts: RetentionFacts): Retention {
  const { floor = null, keepUntil = null } = facts;
  const reckoned = withFloor(reckon(facts), floor);
  return isLater(keepUntil, reckoned)
    ? later(reckoned, { rule: 'RULE-83', code: 'kept-longer', facts: { expiresOn: keepUntil } })
    : reckoned;
}

/** RET-8 A later day never ends earlier; what had an end and gets none is not shortened. */
export function isShorter(before: LocalDate | null, after: LocalDate | null): boolean {
  return after !== null && (before === null || after < before);
}

/** RET-7 The law is never fallen short of (RULE-84). */
function withFloor(retention: Retention, floor: StatutoryFloor | null): Retention {
  if (floor === null || retention.startsOn === null) return retention;
  const { years, law } = floor;
  const start = fiscalYearOf(retention.startsOn) + (isFirstOfYear(retention.startsOn) ? 0 : 1);
  const expiresOn = lastDayOf(start + years - 1);
  return isLater(expiresOn, retention)
    ? later(retention, { rule: 'RULE-84', code: 'statutory', facts: { law, years, expiresOn } })
    : retention;
}

const isFirstOfYear = (day: LocalDate): boolean => day === firstDayOf(fiscalYearOf(day));

type Ending = Extract<RetentionReason, { readonly code: 'statutory' | 'kept-longer' }>;

const isLater = (day: LocalDate | null, { expiresOn }: Retention): day is LocalDate =>
  day !== null && expiresOn !== null && day > expiresOn;

function later(retention: Retention, reason: Ending): Retention {
  return { ...retention, expiresOn: reason.facts.expiresOn, explanation: [...retention.explanation, reason] };
}

function reckon(facts: RetentionFacts): Retention {
  const ownDay = basisDay(facts);
  if (ownDay === null)
    return { ...NO_DATES, explanation: [{ rule: 'RULE-82', code: 'event-unknown', facts: { label: facts.label } }] };
  const { day, basis } = startOf(facts, ownDay);
  if (facts.years === 0) return underOneYear(facts.label, day, basis);
  const startsOn = firstDayOf(fiscalYearOf(day) + 1);
  const start: RetentionReason = { rule: 'RULE-81', code: 'starts', facts: { startsOn } };
  return facts.years === null
    ? withoutEnd(facts, startsOn, [basis, start])
    : yearsFrom(startsOn, { label: facts.label, years: facts.years }, [basis, start]);
}

const NO_DATES = { startsOn: null, expiresOn: null, reviewOn: null };

function basisDay(facts: RetentionFacts): LocalDate | null {
  const days = {
    closed: facts.closedOn,
    created: facts.createdOn,
    file_earliest: facts.fileEarliest,
    file_latest: facts.fileLatest,
    event: facts.eventOn,
  } satisfies Record<RetentionBasis, LocalDate | null>;
  return days[facts.basis];
}

/** The day of the basis, or that on which the file was closed where it is later. */
function startOf(
  { basis, fileClosedOn = null }: RetentionFacts,
  ownDay: LocalDate,
): { readonly day: LocalDate; readonly basis: RetentionReason } {
  if (fileClosedOn !== null && fileClosedOn >= ownDay) {
    const facts = { day: fileClosedOn, fiscalYear: fiscalYearOf(fileClosedOn) };
    return { day: fileClosedOn, basis: { rule: 'RULE-81', code: 'file-closed', facts } };
  }
  const facts = { basis, day: ownDay, fiscalYear: fiscalYearOf(ownDay) };
  return { day: ownDay, basis: { rule: basis === 'event' ? 'RULE-82' : 'RULE-81', code: 'basis', facts } };
}

function yearsFrom(
  startsOn: LocalDate,
  { label, years }: { label: string; years: number },
  reasons: readonly RetentionReason[],
): Retention {
  const expiresOn = lastDayOf(fiscalYearOf(startsOn) + years - 1);
  return {
    startsOn,
    expiresOn,
    reviewOn: null,
    explanation: [...reasons, { rule: 'RULE-80', code: 'expires', facts: { label, years, expiresOn } }],
  };
}

/** RET-4 1年未満 knows no fiscal year: it runs from the day itself and ends within a year of it. */
function underOneYear(label: string, day: LocalDate, basis: RetentionReason): Retention {
  const expiresOn = lastDayWithinAYear(day);
  return {
    startsOn: day,
    expiresOn,
    reviewOn: null,
    explanation: [basis, { rule: 'RULE-80', code: 'under-one-year', facts: { label, expiresOn } }],
  };
}

function withoutEnd(
  { label, today }: RetentionFacts,
  startsOn: LocalDate,
  reasons: readonly RetentionReason[],
): Retention {
  const reviewOn = label.includes('常用') ? lastDayOf(fiscalYearOf(today)) : permanentReview(startsOn, today);
  return {
    startsOn,
    expiresOn: null,
    reviewOn,
    explanation: [...reasons, { rule: 'RULE-80', code: 'no-end', facts: { label, reviewOn } }],
  };
}

function permanentReview(startsOn: LocalDate, today: LocalDate): LocalDate {
  const kept = fiscalYearOf(today) - fiscalYearOf(startsOn) + 1;
  const generations = Math.max(1, Math.ceil(kept / PERMANENT_REVIEW_YEARS));
  return lastDayOf(fiscalYearOf(startsOn) + generations * PERMANENT_REVIEW_YEARS - 1);
}
