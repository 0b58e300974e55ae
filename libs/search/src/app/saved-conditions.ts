import type { LocalDate } from '@fubako/kernel';
import { parseLocalDate } from '@fubako/kernel';
import { SEARCH_FOLDINGS } from '../core/query';
import { SUBJECT_KINDS } from '../core/searchable-document';
import { FACT_NAMES, SORTS, type SearchFilter, type Sort } from '../core/question';
import type { SavedConditions } from '../data/saved-search-rows';
import type { SearchTerms } from './search-question';

/** The request behind saved conditions; they were checked when they were saved, and what is unknown now asks for nothing. */
export function requestOf(
  conditions: SavedConditions,
): Pick<SearchTerms, 'text' | 'filter' | 'off'> & { readonly sort: Sort } {
  const { q, sort } = conditions;
  return {
    text: typeof q === 'string' ? q : '',
    filter: filterIn(conditions),
    off: SEARCH_FOLDINGS.filter((folding) => textsIn(conditions.asWritten)?.includes(folding)),
    sort: SORTS.find((one) => one === sort) ?? 'date',
  };
}

function filterIn(conditions: SavedConditions): SearchFilter {
  const facts = FACT_NAMES.flatMap((name) => {
    const values = textsIn(conditions[name]);
    return values ? [[name, values] as const] : [];
  });
  const kinds = SUBJECT_KINDS.filter((kind) => textsIn(conditions.kind)?.includes(kind));
  const years = textsIn(conditions.fiscalYear)?.map(Number).filter(Number.isInteger);
  const [units, matterTypes, states] = [conditions.unit, conditions.matterType, conditions.state].map(textsIn);
  const files = textsIn(conditions.file);
  const [from, to] = [dayIn(conditions.from), dayIn(conditions.to)];
  return {
    ...(kinds.length > 0 && { kinds }),
    ...(years && { fiscalYears: years }),
    ...(units && { units }),
    ...(files && { files }),
    ...(matterTypes && { matterTypes }),
    ...(states && { states }),
    ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function textsIn(value: unknown): string[] | undefined {
  const values = (Array.isArray(value) ? value : [value]).filter(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  return values.length > 0 ? values.map(String) : undefined;
}

function dayIn(value: unknown): LocalDate | null {
  return typeof value === 'string' ? parseLocalDate(value) : null;
}
