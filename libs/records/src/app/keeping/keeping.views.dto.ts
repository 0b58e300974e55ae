import { HoldLineView, RetentionLine } from '../records.views.dto';

export class FileActView {
  /** `hold`, `set_event`, `refile`, `split`, `extend`, `change_retention`, `review`, `make_continuing`, `make_yearly`, `close_file`, `reopen`, `remove`, `dispose` */
  act: string;
  allowed: boolean;
  /** Why not; null when it is allowed. */
  reason: string | null;
}

/** 簿冊 in the list of what expires. */
export class DueFileView {
  id: string;
  title: string;
  volume: number;
  fiscalYear: number;
  classCode: string;
  unitCode: string;
  unitName: string;
  retentionLabel: string;
  /** `open`, `closed` */
  state: string;
  /** `office` 執務室, `stack` 書庫 */
  custody: string;
  medium: string;
  /** `destroy`, `transfer`, `appraise`, `review` */
  disposition: string;
  /** Documents and registered papers. */
  documentCount: number;
  expiresOn: string | null;
  extensionCount: number;
  /** With `extendYears`: the expiry after such an extension. */
  extendedTo: string | null;
  /** The hold that lasts longest; null: not held. */
  hold: HoldLineView | null;
}

/** 簿冊 that somebody has to look at. */
export class AttentionFileView extends DueFileView {
  /** Day of the review; null: none. */
  reviewOn: string | null;
  /** Since when the nightly sweep finds it; null: it is no finding. */
  foundOn: string | null;
}

export class AttentionPage {
  items: AttentionFileView[];
  nextCursor: string | null;
}

export class DueFilePage {
  items: DueFileView[];
  nextCursor: string | null;
}

/** Files of one section in a count of the overview. */
export class SectionCountView {
  unitCode: string;
  unitName: string;
  count: number;
}

/** The records officer's day: what is due, what is unknown, what waits for whom. */
export class RecordsOverview {
  /** 年度 in which the due files expire. */
  fiscalYear: number;
  /** Files that expire in the fiscal year. */
  due: number;
  dueBySection: SectionCountView[];
  /** Files whose expiry has passed and that are still there. */
  expired: number;
  /** Files without an expiry although their class has years. */
  unknownExpiry: number;
  /** Of these: those that wait for a 特定日. */
  openEvents: number;
  /** Files under a hold, or with a document under one. */
  held: number;
  /** Holds that section heads have asked for and the records office has not confirmed. */
  askedHolds: number;
  /** 永年, 常用: files whose review day has come. */
  reviewsDue: number;
  /** What the nightly sweep has found, by kind; unknown expiries are counted as they are now. */
  findings: FindingCountView[];
  /** Whether I may change rules of keeping. */
  mayChangeRules: boolean;
}

export class FindingCountView {
  /** `mixed_years`, `mixed_retention` */
  kind: string;
  count: number;
}

/** A document in its file. Its title is null for readers who may not read it. */
export class FileDocumentView {
  id: string;
  title: string | null;
  decidedOn: string;
  closedOn: string | null;
  eventOn: string | null;
  startsOn: string | null;
  expiresOn: string | null;
  state: string;
  medium: string;
  isHeld: boolean;
}

export class FileDocumentPage {
  items: FileDocumentView[];
  nextCursor: string | null;
}

/** 簿冊 with its dates, why they are so, its holds, and what the reader may do. */
export class RecordFileDetail {
  id: string;
  title: string;
  fiscalYear: number;
  fiscalYearLabel: string;
  volume: number;
  classCode: string;
  className: string;
  unitCode: string;
  unitName: string;
  retentionClass: string;
  retentionLabel: string;
  basis: string;
  /** Years of the period; null: 永年, 常用. */
  years: number | null;
  disclosureClass: string;
  disposition: string;
  state: string;
  custody: string;
  medium: string;
  continuing: boolean;
  /** Documents alone: its papers are listed beside them. */
  documentCount: number;
  closedOn: string | null;
  /** Why 継続簿冊 was closed; null: nobody closed it by hand. */
  closingReason: string | null;
  /** Why it was taken off the register. */
  removalReason: string | null;
  eventOn: string | null;
  startsOn: string | null;
  expiresOn: string | null;
  extendedTo: string | null;
  extensionCount: number;
  reviewOn: string | null;
  permanentGround: string | null;
  explanation: RetentionLine[];
  holds: HoldLineView[];
  acts: FileActView[];
}

/** What a change would do to the dates, before it is confirmed. */
export class DateChangeView {
  startsOnBefore: string | null;
  expiresOnBefore: string | null;
  startsOn: string | null;
  expiresOn: string | null;
  /** Whether something would be kept shorter than now. */
  isShorter: boolean;
  /** Whether the change must be given a reason. */
  needsReason: boolean;
  /** Documents concerned. */
  documents: number;
  explanation: RetentionLine[];
}
