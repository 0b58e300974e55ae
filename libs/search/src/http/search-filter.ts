import { type LocalDate, parseLocalDate } from '@fubako/kernel';
import { FACT_NAMES, type SearchFilter } from '../core/question';
import { refuse } from '../errors';
import type { SearchConditions } from './search.dto';

/** The conditions of a request. @throws DomainError search.no-such-day */
export function filterOf(query: SearchConditions): SearchFilter {
  const { kind, fiscalYear, unit, file, state, matterType, from, to } = query;
  const facts = FACT_NAMES.filter((name) => query[name] !== undefined).map((name) => [name, query[name]]);
  return {
    ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
    ...(kind && { kinds: kind }),
    ...(fiscalYear && { fiscalYears: fiscalYear }),
    ...(unit && { units: unit }),
    ...(file && { files: file }),
    ...(state && { states: state }),
    ...(matterType && { matterTypes: matterType }),
    ...(from !== undefined && { from: dayOf('from', from) }),
    ...(to !== undefined && { to: dayOf('to', to) }),
  };
}

function dayOf(parameter: string, text: string): LocalDate {
  const day = parseLocalDate(text);
  if (day === null) throw refuse('search.no-such-day', { parameter, day: text });
  return day;
}
