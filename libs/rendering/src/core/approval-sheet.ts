import type { Passage } from './passage';
import type { Stamp } from './stamp';

/**
 * What a box says besides its stamp: `acting` 代 (代決・代理), `post-review` 後 (後閲), `not-applicable` ／ (the seat does not
 * exist here or was left out), `waiting` 未 (it is this seat's turn).
 */
export type BoxMark = 'acting' | 'post-review' | 'not-applicable' | 'waiting';

/** A stamp box (押印欄) of one seat. */
export interface SheetBox {
  /** Post, e.g. `課長`, or unit and post for a concurrence, e.g. `財政課長`. */
  readonly heading: string;
  /** Null until the seat has acted. */
  readonly stamp: Stamp | null;
  readonly mark: BoxMark | null;
}

/** A labelled fact of the header table, e.g. 保存期間 | 10年（令和19年3月31日満了）. An empty value prints an empty cell. */
export interface Particular {
  readonly label: string;
  readonly value: string;
}

export interface SheetAttachment {
  readonly name: string;
  /** Null when the file has no pages to count (e.g. a spreadsheet). */
  readonly pages: number | null;
}

/** A remark of the record: an opinion (意見), the reason of an acting decision (代決), an instruction. */
export interface SheetRemark {
  readonly label: string;
  /** Post and name as they were. */
  readonly who: string;
  readonly date: string;
  readonly text: string;
}

/** Approval sheet (起案用紙): one draft and its decisions on paper. Every date, number and name arrives as it is to be printed. */
export interface ApprovalSheet {
  readonly municipalityName: string;
  /** Name of the form, usually `起案用紙`; after the decision some towns print `決裁文書`. */
  readonly title: string;
  /** Dispatch number (発番号). The only number printed top right (RULE-70); null while there is none. */
  readonly dispatchNumber: string | null;
  /** Draft number (起案番号): first row of the header table, never top right (RULE-70). */
  readonly draftNumber: string;
  /** Who decides by which power, e.g. `部長専決`. */
  readonly decisionLabel: string;
  /** In the order of acts, drafter first. On paper the drafter stands at the right and the decider at the left. */
  readonly decisionBoxes: readonly SheetBox[];
  /** Concurrences (合議), drawn from left to right. None, no row. */
  readonly concurrenceBoxes: readonly SheetBox[];
  /** Header table, two to a row in this order. */
  readonly particulars: readonly Particular[];
  /** Subject (件名), a row of its own under the header table. */
  readonly subject: string;
  readonly body: readonly Passage[];
  readonly attachments: readonly SheetAttachment[];
  readonly remarks: readonly SheetRemark[];
  readonly footer: SheetFooter;
}

/** Running foot: what this copy is and who printed it when. */
export interface SheetFooter {
  readonly number: string;
  /** State of the document, e.g. `決裁済`. */
  readonly state: string;
  /** Instant of printing. It is the date of the file too, so that the same sheet gives the same bytes. */
  readonly printedAt: Date;
  /** The same instant as printed, e.g. `令和8年11月22日 15:40`. */
  readonly printedAtText: string;
  readonly printedBy: string;
}
