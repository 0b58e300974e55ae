import type { FileType } from './file-types';
import type { BrokenReason, Findings } from './findings';

export type Verdict =
  | { readonly accepted: true; readonly pages: number | null; readonly activeContent: readonly string[] }
  | { readonly accepted: false; readonly mismatch: string }
  | { readonly accepted: false; readonly broken: BrokenReason };

/** Signatures that are readable text and yet something else than a text file. */
const NOT_PLAIN_TEXT = new Set(['pdf', 'ps', 'eps', 'rtf']);

/** Compound files: how encrypted or old Office documents look from outside. */
const COMPOUND = 'cfb';

/** Whether bytes are what their name claims (SCN-4), and whole (SCN-5). */
export function judgeContent(claimed: FileType, found: Findings): Verdict {
  if (claimed.family === 'text') return judgeText(found);
  if (claimed.family === 'office' && found.content === COMPOUND) return { accepted: false, broken: 'encrypted' };
  const unpackable = claimed.family === 'office' && found.content === 'zip' && found.broken !== null;
  if (found.content !== claimed.content && !unpackable) return { accepted: false, mismatch: found.content };
  if (found.broken) return { accepted: false, broken: found.broken };
  return { accepted: true, pages: found.pages, activeContent: found.activeContent };
}

function judgeText(found: Findings): Verdict {
  if (!found.readableAsText || NOT_PLAIN_TEXT.has(found.content)) return { accepted: false, mismatch: found.content };
  return { accepted: true, pages: null, activeContent: [] };
}
