/** Why content cannot be kept although its type is allowed. */
export type BrokenReason =
  | 'encrypted'
  | 'cut-off'
  | 'unreadable'
  | 'no-pages'
  | 'too-many-entries'
  | 'unpacks-too-large'
  | 'nested-too-deep'
  | 'unsafe-entry'
  | 'too-many-pixels'
  | 'not-inspectable';

/** What the inspection saw in the bytes, without regard to the name they came under. */
export interface Findings {
  /**
   * What the bytes are: a canonical extension (`pdf`, `docx`, `exe`), `text` for readable text without a signature of its
   * own, or `unknown`.
   */
  readonly content: string;
  /** Whether the bytes can be read as text, whatever else they are. */
  readonly readableAsText: boolean;
  readonly pages: number | null;
  /** Names of what could act by itself, sorted (`ActiveContent`). */
  readonly activeContent: readonly string[];
  readonly broken: BrokenReason | null;
}
