/** 公印の扱い: none, 公印省略, 印影刷込み, or applied by the seal keeper (公印管守者). */
export const SEAL_MODES = ['none', 'omitted', 'printed', 'applied'] as const;
export type SealMode = (typeof SEAL_MODES)[number];

/** How it leaves: 郵送, LGWAN, 電子メール, 窓口, 文書交換. */
export const CHANNELS = ['post', 'lgwan', 'email', 'counter', 'exchange'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One addressee of a clean copy with the number under which the letter goes out. */
export interface CopyLine {
  readonly line: number;
  readonly addressee: string;
  readonly number: string;
}

export interface CleanCopyParticulars {
  /** SHA-256 of the frozen text, hex. */
  readonly digest: string;
  /** What was decided: revision and its digest (RULE-60). */
  readonly revision: number;
  readonly content: string;
  /** 文書の日付; may lie in the next fiscal year (RULE-73). */
  readonly documentDate: string;
  readonly sealMode: SealMode;
  readonly lines: readonly CopyLine[];
}

export interface SealParticulars {
  readonly digest: string;
  /** Which seal: 町長印. */
  readonly seal: string;
  readonly copies: number;
}

export interface DispatchParticulars {
  readonly channel: Channel;
  readonly lines: readonly CopyLine[];
  readonly note: string | null;
}

/** What the records manager adds beside the sealed content: 公布の日, 法令番号 (RULE-61). */
export interface AdditionParticulars {
  readonly label: string;
  readonly text: string;
}

interface Recorded {
  readonly id: string;
  readonly no: number;
  readonly occurredOn: string;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly postTitle: string;
}

export type StepContent =
  | { readonly kind: 'clean_copy'; readonly particulars: CleanCopyParticulars }
  | { readonly kind: 'collation'; readonly particulars: { readonly digest: string } }
  | { readonly kind: 'seal'; readonly particulars: SealParticulars }
  | { readonly kind: 'dispatch'; readonly particulars: DispatchParticulars }
  | { readonly kind: 'waiver'; readonly particulars: Record<string, never> }
  | { readonly kind: 'addition'; readonly particulars: AdditionParticulars };

export type Step = Recorded & StepContent & { readonly undoes: null };
export type Undo = Recorded & { readonly kind: 'undo'; readonly undoes: string; readonly particulars: object };
/** An entry of the register of execution. */
export type Entry = Step | Undo;
export type StepKind = Step['kind'];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;

/** EXE-1 The steps that stand, in their order: what was undone counts as never done, and stays readable. */
export function standing(entries: readonly Entry[]): Step[] {
  const undone = new Set(entries.map(({ undoes }) => undoes));
  return entries.filter((entry): entry is Step => entry.kind !== 'undo' && !undone.has(entry.id));
}

export function stepsOf<K extends StepKind>(steps: readonly Step[], kind: K): StepOf<K>[] {
  return steps.filter((step): step is StepOf<K> => step.kind === kind);
}
