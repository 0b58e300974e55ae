import { MEDIA, type Medium } from '@fubako/documents';
import { ApiProperty } from '@nestjs/swagger';
import { CONDITION_KINDS, type ConditionKind, SUBJECT_STATES } from '../app/search-result';
import type { SubjectState } from '../data/archive-rows';
import { SEARCH_FOLDINGS, type SearchFolding } from '../core/query';
import { PART_SOURCES, type PartSource, SUBJECT_KINDS, type SubjectKind } from '../core/searchable-document';

const MARKS = {
  type: 'array',
  items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
} as const;

export class FacetView {
  value: string;
  label: string;
  count: number;
}

export class FacetsView {
  /** 区分: `document`, `receipt`. */
  @ApiProperty({ type: [FacetView] })
  kind: FacetView[];

  @ApiProperty({ type: [FacetView] })
  fiscalYear: FacetView[];

  @ApiProperty({ type: [FacetView] })
  unit: FacetView[];

  @ApiProperty({ type: [FacetView] })
  matterType: FacetView[];

  @ApiProperty({ type: [FacetView] })
  state: FacetView[];

  /** 起案時の所属 */
  @ApiProperty({ type: [FacetView] })
  unitThen: FacetView[];

  @ApiProperty({ type: [FacetView] })
  filingClass: FacetView[];

  @ApiProperty({ type: [FacetView] })
  retention: FacetView[];

  /** Fiscal year of the last day; `none` for records without one. */
  @ApiProperty({ type: [FacetView] })
  expiryYear: FacetView[];

  /** 廃棄保留: `held` or `free`. */
  @ApiProperty({ type: [FacetView] })
  hold: FacetView[];

  @ApiProperty({ type: [FacetView] })
  disclosureClass: FacetView[];

  @ApiProperty({ type: [FacetView] })
  medium: FacetView[];
}

export class SnippetView {
  text: string;

  /** Marked stretches as UTF-16 offsets of `text`, the end not included. */
  @ApiProperty(MARKS)
  marks: [number, number][];

  @ApiProperty({ enum: PART_SOURCES })
  source: PartSource;

  /** The attachment, and its page from 1, when the words stand there. */
  attachmentId: string | null;
  page: number | null;
}

export class SearchHitView {
  /** 区分: a document, or a receipt (収受) with its circulations. */
  @ApiProperty({ enum: SUBJECT_KINDS })
  kind: SubjectKind;

  /** Of the document or the receipt. */
  documentId: string;
  title: string;

  /** Marked stretches as UTF-16 offsets of `title`, the end not included. */
  @ApiProperty(MARKS)
  titleMarks: [number, number][];

  number: string | null;

  @ApiProperty({ enum: SUBJECT_STATES })
  state: SubjectState;

  matterTypeName: string;
  sectionName: string;
  /** Empty for receipts. */
  drafterName: string;
  /** 発信者 of a receipt. */
  sender: string | null;
  /** Day of the decision, else of submission, else of drafting; of a receipt 収受, else 到達. */
  date: string;
  /** Yen. */
  amount: number | null;
  fiscalYear: number;
  snippet: SnippetView | null;
  /** 保存期間; null for what is not filed. */
  retention: string | null;

  attachmentCount: number;
  /** 媒体 (RULE-11) */
  @ApiProperty({ enum: MEDIA })
  medium: Medium;
}

/** What would be found otherwise. */
export class OtherwiseView {
  count: number;
  countCapped: boolean;
}

/** One condition as it was understood. Dropping it leaves `q` in the box, and the filters without `parameter`=`value`. */
export class AskedConditionView {
  @ApiProperty({ enum: CONDITION_KINDS })
  kind: ConditionKind;

  /** As a person reads it. */
  text: string;

  /** Where it stands in the box, as UTF-16 offsets, the end not included; null for a filter. */
  start: number | null;
  end: number | null;
  q: string;
  parameter: string | null;
  value: string | null;
  /** Given when nothing was found: what would be found without it. */
  without: OtherwiseView | null;
}

/** Whether differences of writing are overlooked. */
export class AskedFoldingView {
  @ApiProperty({ enum: SEARCH_FOLDINGS })
  name: SearchFolding;

  on: boolean;
  /** For `kanji`: the forms that the words of the box have, one string for each group, the common form first. */
  forms: string[];
  /** Given when nothing was found and it is off. */
  whenOn: OtherwiseView | null;
}

export class ArchiveCountView {
  /** Hits that the reader may see. */
  count: number;
  /** When false there are at least so many: counting took too long. */
  exact: boolean;
}

export class ExactFacetsView {
  /** Over all hits that the reader may see; null when counting took too long. */
  @ApiProperty({ type: FacetsView, nullable: true })
  facets: FacetsView | null;
}

export class SearchResultView {
  @ApiProperty({ type: [SearchHitView] })
  items: SearchHitView[];

  nextCursor: string | null;
  /** Hits that the reader may see, at most 1,000. */
  count: number;
  /** There are more hits than `count`. */
  countCapped: boolean;
  facets: FacetsView;

  @ApiProperty({ type: [AskedConditionView] })
  conditions: AskedConditionView[];

  @ApiProperty({ type: [AskedFoldingView] })
  foldings: AskedFoldingView[];
}
