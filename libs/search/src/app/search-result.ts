import { DOCUMENT_STATES, type Medium } from '@fubako/documents';
import type { Mark } from '../core/highlight';
import type { SearchFolding } from '../core/query';
import { FACT_NAMES } from '../core/question';
import { type PartSource, RECEIPT_STATES, type SubjectKind } from '../core/searchable-document';
import type { SubjectState } from '../data/archive-rows';

/** How documents and receipts can stand. */
export const SUBJECT_STATES = [...DOCUMENT_STATES, ...RECEIPT_STATES] as const satisfies readonly SubjectState[];

/** Answer of a search, as the contract of the API has it. */
export interface SearchResult {
  readonly items: SearchHit[];
  readonly nextCursor: string | null;
  /** Hits of this reader, at most 1,000. */
  readonly count: number;
  /** There are more than `count`. */
  readonly countCapped: boolean;
  readonly facets: Facets;
  readonly conditions: AskedCondition[];
  readonly foldings: AskedFolding[];
}

export const CONDITION_KINDS = [
  'term',
  'title',
  'number',
  'drafter',
  'decider',
  'unit',
  'file',
  'fiscalYear',
  'decided',
  'amount',
  'attachment',
  'counterpart',
  'any',
  'all',
  'not',
  'kind',
  'matterType',
  'state',
  ...FACT_NAMES,
  'from',
  'to',
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** What would be found otherwise; only asked when nothing was found. */
export interface Otherwise {
  readonly count: number;
  readonly countCapped: boolean;
}

/** One condition of the search; leaving it out means the box `q` and the filters without `parameter`=`value`. */
export interface AskedCondition {
  readonly kind: ConditionKind;
  readonly text: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly q: string;
  readonly parameter: string | null;
  readonly value: string | null;
  readonly without: Otherwise | null;
}

export interface AskedFolding {
  readonly name: SearchFolding;
  readonly on: boolean;
  /** For `kanji`: the forms that the words of the box have, one string for each group, the common form first. */
  readonly forms: string[];
  /** What would be found if it were on. */
  readonly whenOn: Otherwise | null;
}

export interface Facets {
  /** 区分: documents and receipts. */
  readonly kind: Facet[];
  readonly fiscalYear: Facet[];
  readonly unit: Facet[];
  readonly matterType: Facet[];
  readonly state: Facet[];
  /** 起案時の所属 */
  readonly unitThen: Facet[];
  readonly filingClass: Facet[];
  readonly retention: Facet[];
  /** Fiscal year of the last day; `none` for records without one. */
  readonly expiryYear: Facet[];
  /** 廃棄保留: `held` or `free`. */
  readonly hold: Facet[];
  readonly disclosureClass: Facet[];
  readonly medium: Facet[];
}

export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface SearchHit {
  readonly kind: SubjectKind;
  readonly documentId: string;
  readonly title: string;
  readonly titleMarks: Mark[];
  readonly number: string | null;
  readonly state: SubjectState;
  readonly matterTypeName: string;
  readonly sectionName: string;
  readonly drafterName: string;
  /** 発信者 of a receipt. */
  readonly sender: string | null;
  readonly date: string;
  readonly amount: number | null;
  readonly fiscalYear: number;
  readonly snippet: Snippet | null;
  /** 保存期間; null for what is not filed. */
  readonly retention: string | null;
  readonly attachmentCount: number;
  readonly medium: Medium;
}

export interface Snippet {
  readonly text: string;
  readonly marks: Mark[];
  readonly source: PartSource;
  readonly attachmentId: string | null;
  readonly page: number | null;
}

/** 件名のみ: all that a records officer learns of what may not be read. */
export interface TitlesOnly {
  readonly items: readonly {
    readonly documentId: string;
    readonly title: string;
    readonly titleMarks: Mark[];
    readonly number: string | null;
  }[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** 廃棄・移管の記録: all that is left of what was disposed of. */
export interface Disposed {
  readonly items: readonly {
    readonly documentId: string;
    readonly number: string | null;
    readonly title: string;
    readonly titleMarks: Mark[];
    readonly fileTitle: string;
    readonly sectionName: string;
    readonly kind: 'destroyed' | 'transferred';
    readonly disposedOn: string;
  }[];
  /** There are more than are shown. */
  readonly more: boolean;
}
