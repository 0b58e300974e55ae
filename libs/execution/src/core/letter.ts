import type { CopyLine, SealMode } from './entries';

/** 浄書 as it is frozen: everything that the paper says. Text only; the page is drawn from it. */
export interface Letter {
  readonly make: 1;
  readonly documentId: string;
  readonly title: string;
  /** 文書の日付 */
  readonly date: string;
  readonly sealMode: SealMode;
  readonly sender: readonly string[];
  readonly lines: readonly CopyLine[];
  readonly body: readonly LetterText[];
  /** 別添: attachments of the decided revision by name and hash. */
  readonly enclosures: readonly { readonly name: string; readonly sha256: string }[];
  /** What was decided (RULE-60). */
  readonly revision: number;
  readonly content: string;
}

export interface LetterText {
  readonly label: string;
  readonly text: string;
  readonly multiline: boolean;
}

/** EXE-9 A letter says the decided fields, but neither its title again nor its addressee: those have places of their own. */
export function letterBody(
  texts: readonly (LetterText & { readonly name: string })[],
  title: string,
  lines: readonly CopyLine[],
): LetterText[] {
  const addressees = new Set(lines.map(({ addressee }) => addressee));
  return texts
    .filter(({ name, text }) => text !== title && name !== 'addressee' && !addressees.has(text))
    .map(({ label, text, multiline }) => ({ label, text, multiline }));
}
