import { type LocalDate, formatFiscalYear, formatWareki } from '@fubako/kernel';
import type { Asked, Condition, Span } from '../core/condition';
import type { Range } from '../core/ranges';
import { FACT_NAMES, type SearchFilter } from '../core/question';
import { factLabel, kindLabel, stateLabel } from './facets';
import type { ConditionKind } from './search-result';

/** What the reader may not see and what does not exist are called alike (SEA-42). */
const HIDDEN_FILE = '(閲覧できない簿冊)';

/** One condition of a search as the answer names it, with the search that is left when it is dropped. */
export interface Chip {
  readonly kind: ConditionKind;
  /** As a person reads it: dates and years by their era. */
  readonly text: string;
  /** Where it stands in the box; null for a filter. */
  readonly span: Span | null;
  /** What stands in the box without it. */
  readonly q: string;
  /** Of a filter: the parameter and the value to leave out. */
  readonly parameter: string | null;
  readonly value: string | null;
  /** The same, to ask what would be found. */
  readonly rest: { readonly asked: readonly Asked[]; readonly filter: SearchFilter };
}

/** The conditions of the box and of the filters, each removable by itself. @param names latest name of each section by code, and of each file by id */
export function chipsOf(text: string, { asked, filter }: Chip['rest'], names: ReadonlyMap<string, string>): Chip[] {
  const ofBox = asked.map((each): Chip => {
    const q = `${text.slice(0, each.start)} ${text.slice(each.end)}`.replace(/\s{2,}/gu, ' ').trim();
    const rest = { asked: asked.filter((other) => other !== each), filter };
    return {
      kind: kindOf(each.condition),
      text: wordsOf(each, text),
      span: each,
      q,
      parameter: null,
      value: null,
      rest,
    };
  });
  return [...ofBox, ...filterChips(text, { asked, filter }, names)];
}

function filterChips(q: string, { asked, filter }: Chip['rest'], names: ReadonlyMap<string, string>): Chip[] {
  const lists = [
    { key: 'kinds', parameter: 'kind', words: kindLabel },
    { key: 'fiscalYears', parameter: 'fiscalYear', words: (value: string) => formatFiscalYear(Number(value)) },
    { key: 'units', parameter: 'unit', words: (value: string) => names.get(value) ?? value },
    { key: 'files', parameter: 'file', words: (value: string) => names.get(value) ?? HIDDEN_FILE },
    { key: 'matterTypes', parameter: 'matterType', words: (value: string) => value },
    { key: 'states', parameter: 'state', words: stateLabel },
  ] as const;
  const chip = (
    kind: ConditionKind,
    chosen: { parameter: string; value: string; text: string },
    left: SearchFilter,
  ): Chip => ({
    kind,
    ...chosen,
    span: null,
    q,
    rest: { asked, filter: left },
  });
  const ofLists = lists.flatMap(({ key, parameter, words }) =>
    (filter[key] ?? []).map((value) => {
      const { [key]: values, ...others } = filter;
      const left = (values ?? []).filter((other) => other !== value);
      const chosen = { parameter, value: String(value), text: words(String(value)) };
      return chip(parameter, chosen, left.length > 0 ? { ...others, [key]: left } : others);
    }),
  );
  const ofDays = (['from', 'to'] as const).flatMap((parameter) => {
    const { [parameter]: day, ...left } = filter;
    return day === undefined ? [] : [chip(parameter, { parameter, value: day, text: formatWareki(day) }, left)];
  });
  const ofFacts = FACT_NAMES.flatMap((fact) =>
    (filter.facts?.[fact] ?? []).map((value) => {
      const left = (filter.facts?.[fact] ?? []).filter((other) => other !== value);
      const { [fact]: _, ...others } = filter.facts ?? {};
      const chosen = {
        parameter: fact,
        value,
        text: fact === 'unitThen' ? (names.get(value) ?? value) : factLabel(fact, value),
      };
      return chip(fact, chosen, { ...filter, facts: left.length > 0 ? { ...others, [fact]: left } : others });
    }),
  );
  return [...ofLists, ...ofFacts, ...ofDays];
}

function kindOf(condition: Condition): ConditionKind {
  switch (condition.kind) {
    case 'term':
      return condition.field ?? 'term';
    case 'years':
      return 'fiscalYear';
    default:
      return condition.kind;
  }
}

function wordsOf({ condition, start, end }: Asked, text: string): string {
  switch (condition.kind) {
    case 'years':
      return between(condition, formatFiscalYear);
    case 'decided':
      return between<LocalDate>(condition, formatWareki);
    case 'amount':
      return between(condition, (yen) => `${yen.toLocaleString('ja-JP')}円`);
    case 'unit':
    case 'file':
      return condition.written;
    case 'term':
      return condition.field === null ? text.slice(start, end) : condition.written;
    default:
      return text.slice(start, end);
  }
}

function between<T>({ from, to }: Range<T>, words: (value: T) => string): string {
  if (from !== null && from === to) return words(from);
  return `${from === null ? '' : words(from)}～${to === null ? '' : words(to)}`;
}
