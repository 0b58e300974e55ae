import { provenByGrams, requiredGrams } from './grams';
import type { Query, Term } from './query';

/** How one term is answered. */
export interface PlannedTerm extends Term {
  /** The index is asked for texts that have all of these. */
  readonly grams: readonly number[];
  /** The grams alone prove the needle: the text need not be read. */
  readonly proven: boolean;
}

/** A query as work for the index: what must be looked up, and what must be compared in the texts that come back. */
export interface SearchPlan {
  /** Grams of all words that are no numbers, in one lookup. */
  readonly required: readonly number[];
  /** Words that may be numbers: the grams or the serial. */
  readonly numbers: readonly PlannedTerm[];
  /** Wanted words that the lookup does not prove: compared with the text, page by page. */
  readonly compared: readonly PlannedTerm[];
  readonly unwanted: readonly Term[];
  /** Everything that is marked in titles and snippets. */
  readonly wanted: readonly Term[];
}

export function planQuery({ wanted, unwanted }: Query): SearchPlan {
  const terms = wanted.map(planTerm);
  return {
    required: [...new Set(terms.filter(({ serial }) => serial === null).flatMap(({ grams }) => grams))],
    numbers: terms.filter(({ serial }) => serial !== null),
    compared: terms.filter(({ proven }) => !proven),
    unwanted,
    wanted,
  };
}

/** Whether grams are looked up at all; an empty box asks for none. */
export function looksUp({ required, numbers }: SearchPlan): boolean {
  return required.length > 0 || numbers.length > 0;
}

function planTerm(term: Term): PlannedTerm {
  return { ...term, grams: requiredGrams(term.needle), proven: provenByGrams(term.needle) };
}
