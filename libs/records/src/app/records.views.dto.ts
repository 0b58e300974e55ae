import type { DisclosureClass } from '@fubako/documents';
import { ApiProperty } from '@nestjs/swagger';
import type { HoldGround } from '../core/hold';
import { RETENTION_BASES, type RetentionBasis } from '../core/retention';

export class RetentionLine {
  /** Rule of the domain reference, e.g. `RULE-81`. */
  rule: string;
  text: string;
}

/** 廃棄保留 in a line of words. */
export class HoldLineView {
  id: string;
  ground: HoldGround;
  groundLabel: string;
  caseNo: string | null;
  /** Last day; null: until it is released. */
  endsOn: string | null;
  /** Why: what the hold says. */
  reason: string;
  placedByName: string;
  /** The whole sentence, in the reader's language. */
  text: string;
}

/** Where a document is filed, until when it is kept, and why. */
export class FilingView {
  fileId: string;
  fileTitle: string;
  /** 年度, named by the Gregorian year in which it begins. */
  fiscalYear: number;
  /** 令和8年度 */
  fiscalYearLabel: string;
  classCode: string;
  className: string;
  /** The section that keeps the file, as it was called when the file was opened. */
  unitName: string;
  retentionClass: string;
  retentionLabel: string;
  /** 永年, 常用: no expiry, but a review. */
  endless: boolean;
  /** 完結の日; null while the matter is not closed. */
  closedOn: string | null;
  /** Whether the dates still stand on the day of the decision instead of that of closing. */
  provisional: boolean;
  startsOn: string | null;
  /** Last day of the retention period; null: not known, or none. */
  expiresOn: string | null;
  /** The reckoning step by step, in the reader's language. */
  explanation: RetentionLine[];
  /** 廃棄保留 in force on it or on its file, the longest first. */
  holds: HoldLineView[];
  /** What the reader may do now: `close`. */
  allowed: string[];
}

/** 簿冊 */
export class RecordFileView {
  id: string;
  title: string;
  volume: number;
  fiscalYear: number;
  classCode: string;
  className: string;
  unitName: string;
  retentionLabel: string;
  /** 永年, 常用: no expiry, but a review. */
  endless: boolean;
  /** Documents and registered papers. */
  documentCount: number;
  startsOn: string | null;
  expiresOn: string | null;
}

export class RecordFilePage {
  items: RecordFileView[];
  nextCursor: string | null;
}

/** 分類 of the filing plan */
export class FilingClassView {
  code: string;
  name: string;
  /** 1 to 3; only the third level holds documents. */
  level: number;
  parentCode: string | null;
  retentionLabel: string | null;
  disclosureClass: DisclosureClass | null;
  /** No files are opened any more: its last year is over. */
  ended: boolean;
}

export class FilingClassesView {
  items: FilingClassView[];
}

/** 保存期間の区分 */
export class RetentionClassView {
  code: string;
  label: string;
  /** `closed`, `created`, `file_earliest`, `file_latest`, `event` */
  basis: string;
  /** Null: 永年, 常用. */
  years: number | null;
  /** `destroy`, `transfer`, `appraise`, `review` */
  disposition: string;
  /** How often it has said something else, from 1. */
  version: number;
  /** From when on it says so; null: since ever. */
  since: string | null;
  /** First day on which it may be used lies ahead. */
  isToCome: boolean;
  statutoryYears: number | null;
  statutoryLaw: string | null;
}

export class RetentionClassesView {
  items: RetentionClassView[];
  /** Where retention starts, unless a class says otherwise: as the settings say (RULE-81). */
  @ApiProperty({ enum: RETENTION_BASES })
  usualBasis: RetentionBasis;
}
