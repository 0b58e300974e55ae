import type { PostCode, StaffNo } from '@fubako/kernel';

export const ABSENCE_KINDS = ['absence', 'incapacity'] as const;
/** 不在 (travel, leave) or 事故 (cannot serve at all); for the head of the municipality 事故 calls the 職務代理者 in (RULE-43). */
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** From the first instant up to, not including, the second. */
export interface TimeSpan {
  readonly from: Date;
  readonly until: Date;
}

/** 不在 or 事故 of a person; the seat itself stays where it is (RULE-40). */
export interface Absence extends TimeSpan {
  readonly id: string;
  readonly staffNo: StaffNo;
  readonly kind: AbsenceKind;
  /** 出張, 休暇 … in the person's words; colleagues read it. */
  readonly reason: string;
}

/** 代理 (RULE-47): the seat of one post, given by its holder to another person; it ends with either's assignment. */
export interface Proxy extends TimeSpan {
  readonly id: string;
  readonly postCode: PostCode;
  readonly giver: StaffNo;
  readonly taker: StaffNo;
  /** The post by which the taker was chosen. */
  readonly takerPost: PostCode;
}

export function isDuring(span: TimeSpan, instant: Date): boolean {
  return span.from <= instant && instant < span.until;
}

/** Whether two spans share an instant; spans that merely meet do not. */
export function spansOverlap(a: TimeSpan, b: TimeSpan): boolean {
  return a.from < b.until && b.from < a.until;
}
