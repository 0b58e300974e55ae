import { foldKey, lengthOf } from '@fubako/kernel';
import { serialAskedBy } from './serial';

/** One word or phrase: a document has it when its folded text holds `needle`, or one of its numbers has the serial. */
export interface Term {
  readonly needle: string;
  readonly serial: number | null;
}

/** What a person asks for: documents with all of `wanted` and none of `unwanted`. */
export interface Query {
  readonly wanted: readonly Term[];
  readonly unwanted: readonly Term[];
}

export const MOST_CHARACTERS = 200;
export const MOST_TERMS = 16;

export type QueryFault = 'too-long' | 'too-many-words' | 'only-exclusions';

/** A minus before a word excludes it; quotes keep a phrase together. Both in every width that input methods write. */
const TOKEN = /([-－−‐–]?)(?:["“”„＂〝〟]([^"“”„＂〝〟]*)["“”„＂〝〟]?|([^\s"“”„＂〝〟]+))/gu;

/**
 * Reads what stands in the search box: words are joined by AND, white space (also full-width) parts them. A word that folds to
 * nothing asks for nothing. Only a word outside quotes can be a number.
 */
export function parseQuery(text: string): Query {
  const wanted = new Map<string, Term>();
  const unwanted = new Map<string, Term>();
  for (const [, minus, phrase, word] of text.matchAll(TOKEN)) {
    const needle = foldKey(phrase ?? word ?? '');
    if (needle === '') continue;
    const term = { needle, serial: word === undefined ? null : serialAskedBy(needle) };
    (minus ? unwanted : wanted).set(`${term.serial ?? ''}:${needle}`, term);
  }
  return { wanted: [...wanted.values()], unwanted: [...unwanted.values()] };
}

/** Why the query cannot be answered, or null. An empty one can: it lists what the filters leave. */
export function faultOfQuery(text: string, { wanted, unwanted }: Query): QueryFault | null {
  if (lengthOf(text) > MOST_CHARACTERS) return 'too-long';
  if (wanted.length + unwanted.length > MOST_TERMS) return 'too-many-words';
  return wanted.length === 0 && unwanted.length > 0 ? 'only-exclusions' : null;
}
