import type { Channel, SealMode } from '../core/entries';
import type { ExecutionAct } from '../core/judge';

export class DispatchNumberView {
  text: string;
  seriesCode: string;
  symbol: string;
  year: number;
  serial: number;
  branch: number;
  addressee: string | null;
  issuedAt: string;
  /** 欠番 since; null: it stands. */
  voidedAt: string | null;
  voidReason: string | null;
}

/** Numbers as they were just issued. */
export class IssuedNumbersView {
  numbers: DispatchNumberView[];
}

export class CopyLineView {
  line: number;
  addressee: string;
  number: string;
  /** Whether its letter has gone out. */
  dispatched: boolean;
  /** Whether its number is void: no letter goes out under it. */
  void: boolean;
}

/** 浄書 that stands. */
export class CleanCopyView {
  entryId: string;
  /** SHA-256 of the frozen text, hex: goes back with 照合 and 公印. */
  digest: string;
  documentDate: string;
  sealMode: SealMode;
  needsSeal: boolean;
  lines: CopyLineView[];
  pdfUrl: string;
}

/** An entry of the register of execution. */
export class ExecutionEntryView {
  id: string;
  no: number;
  kind: 'clean_copy' | 'collation' | 'seal' | 'dispatch' | 'waiver' | 'addition' | 'undo';
  /** The day on which it was done. */
  occurredOn: string;
  /** When it was recorded; never changes. */
  recordedAt: string;
  recordedByName: string;
  postTitle: string;
  reason: string | null;
  /** The entry that this one undoes. */
  undoes: string | null;
  /** Whether a later entry has undone it. */
  undone: boolean;
  channel: Channel | null;
  addressees: string[];
  /** 公印 that was applied, and how many sheets. */
  seal: string | null;
  copies: number | null;
  label: string | null;
  text: string | null;
}

export class ExecutionActView {
  act: ExecutionAct;
  allowed: boolean;
  /** Why not: the code of the refusal that the API would give. */
  code: string | null;
  rule: string | null;
  /** The refusal in the reader's language. */
  reason: string | null;
}

/** 施行 of one document. */
export class ExecutionView {
  documentId: string;
  /** Whether the matter goes out at all. */
  executes: boolean;
  waived: boolean;
  executedAt: string | null;
  /** The number that this one continues as a follow-up (続きの文書). */
  continues: string | null;
  numbers: DispatchNumberView[];
  cleanCopy: CleanCopyView | null;
  /** Addressees to whom nothing has gone yet. */
  remaining: number;
  /** The step that can be undone. */
  lastEntryId: string | null;
  entries: ExecutionEntryView[];
  /** What the reader may do now. */
  allowed: ExecutionAct[];
  /** Every act, and why it is refused. */
  acts: ExecutionActView[];
  /** Whether the reader may say whose number it continues (RULE-74). */
  mayFollow: boolean;
  /** Registers that the reader may look into. */
  registers: ('seal' | 'dispatch')[];
}

/** 決裁済未施行 */
export class PendingExecutionView {
  documentId: string;
  title: string;
  dispatchNumber: string | null;
  sectionName: string;
  drafterName: string;
  urgent: boolean;
  dueOn: string | null;
  decidedAt: string;
  /** What comes next. */
  next: 'number' | 'clean_copy' | 'collate' | 'seal' | 'dispatch';
  /** Addressees to whom nothing has gone yet, once the clean copy names them. */
  remaining: number | null;
  /** Whether the reader may take the next step. */
  mine: boolean;
}

export class PendingExecutionsPage {
  items: PendingExecutionView[];
  nextCursor: string | null;
}

/** A line of the register of seals (公印台帳) or of dispatches (発送簿). */
export class RegisterLineView {
  entryId: string;
  /** Null when the reader may not see the document. */
  documentId: string | null;
  title: string | null;
  dispatchNumber: string | null;
  occurredOn: string;
  recordedAt: string;
  recordedByName: string;
  channel: Channel | null;
  addressees: string[];
  seal: string | null;
  copies: number | null;
  /** Whether it was taken back later. */
  undone: boolean;
}

export class RegisterPage {
  items: RegisterLineView[];
  nextCursor: string | null;
}
