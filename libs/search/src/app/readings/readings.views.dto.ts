/** 閲覧: somebody was shown (a part of) a matter. */
export class ReadingView {
  id: number;
  kind: 'document' | 'receipt';
  subjectId: string;
  /** Null where whoever asks may not know it, or it is not in the archive (any more). */
  title: string | null;
  number: string | null;
  sectionName: string | null;
  drafterName: string | null;
  staffNo: string;
  readerName: string;
  means: 'screen' | 'file' | 'print' | 'search' | 'export' | 'opening';
  /** The role without which the person could not have read it. */
  role: string | null;
  secret: boolean;
  /** An entry of the ledger says so too, and said so before. */
  entered: boolean;
  reason: string | null;
  firstAt: string;
  lastAt: string;
  times: number;
}

export class ReadingPage {
  items: ReadingView[];
  nextCursor: string | null;
}

export class DigestLineView {
  staffNo: string;
  name: string;
  role: string;
  means: 'screen' | 'file' | 'print' | 'search' | 'export' | 'opening';
  times: number;
  matters: number;
  secret: number;
  reasons: string[];
}

/** 特権閲覧の週次報告 */
export class ReadingDigestView {
  id: string;
  from: string;
  /** The last day of the week. */
  to: string;
  /** Title of the post that is asked to look at it; null when the municipality names none. */
  postTitle: string | null;
  lines: DigestLineView[];
  madeAt: string;
  acknowledgedAt: string | null;
  acknowledgedName: string | null;
  remark: string | null;
  allowed: 'acknowledge'[];
}

export class ReadingDigestsView {
  /** Whether the person may ask who read what. */
  mayInquire: boolean;
  digests: ReadingDigestView[];
}
