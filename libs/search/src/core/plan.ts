import type { Folding } from '@fubako/kernel';
import { type Asked, type Condition, type Term, wantedTerms } from './condition';
import { dayGram, provenByGrams, requiredGrams } from './grams';

/** A query as work for the index. */
export interface SearchPlan {
  /** All of them must hold. */
  readonly conditions: readonly Condition[];
  /** Grams of all plain words, in one lookup. */
  readonly required: readonly number[];
  /** Foldings that do not count: what the index finds is then compared with what was written. */
  readonly off: readonly Folding[];
  /** Everything that is marked in titles and snippets. */
  readonly wanted: readonly Term[];
  /** Whether every entry has the places of its triples. */
  readonly places: boolean;
}

export function planQuery(asked: readonly Pick<Asked, 'condition'>[], off: readonly Folding[] = []): SearchPlan {
  return planOf(
    asked.map(({ condition }) => condition),
    off,
    true,
  );
}

/** SEA-17 The same while the index still holds entries of an older make: only what they have too is looked up. */
export function planForOlderEntries({ conditions, off }: SearchPlan): SearchPlan {
  return planOf(conditions, off, false);
}

function planOf(conditions: readonly Condition[], off: readonly Folding[], places: boolean): SearchPlan {
  const plain = conditions.filter((each) => each.kind === 'term').filter(isPlain);
  const required = new Set(plain.flatMap(({ needle }) => requiredGrams(needle, places)));
  return { conditions, required: [...required], off, wanted: wantedTerms(conditions), places };
}

/** A word that nothing but its letters can answer. */
export function isPlain({ serial, day }: Term): boolean {
  return serial === null && day === null;
}

/** Grams that prove a day or a needle; any of these alternatives. */
export function gramAlternatives(
  { needle, day }: Pick<Term, 'needle' | 'day'>,
  places: boolean,
): readonly (readonly number[])[] {
  const required = requiredGrams(needle, places);
  return day === null ? [required] : [required, [dayGram(day)]];
}

/** Whether lookups alone answer the condition, so that no text is read. */
export function isProven(condition: Condition): boolean {
  switch (condition.kind) {
    case 'term':
      return condition.field === null && provenByGrams(condition.needle);
    case 'all':
    case 'any':
      return condition.of.every(isProven);
    case 'not':
      return isProven(condition.of);
    default:
      return true;
  }
}

/** Whether grams lead to what meets the condition; an empty box and conditions on facts have none. */
export function leadsThroughGrams(condition: Condition): boolean {
  switch (condition.kind) {
    case 'term':
      return true;
    case 'all':
      return condition.of.some(leadsThroughGrams);
    case 'any':
      return condition.of.every(leadsThroughGrams);
    default:
      return false;
  }
}

export function looksUp({ conditions }: SearchPlan): boolean {
  return conditions.some(leadsThroughGrams);
}
