import { type Sql, sql } from '@fubako/platform/database';
import { archiveFacts } from '@fubako/records';
import { FACT_NAMES, type SearchFilter } from '../core/question';
import { type ReadersQuestion, anyHitsSql } from './hits.sql';

const ENTRY_FIELDS = ['kind', 'fiscalYear', 'unit', 'matterType', 'state'] as const;
type Field = (typeof ENTRY_FIELDS)[number] | (typeof FACT_NAMES)[number];

/** Rows (field, value, label, count, fy, document_id): the last two name the first hit with the value. `hit` is the reader's hits. @param cap null: all of them */
export function facetsSql(question: ReadersQuestion, cap: number | null): Sql {
  const chosen = chosenFields(question.filter);
  const free = [...ENTRY_FIELDS, ...FACT_NAMES].filter((field) => !chosen.includes(field));
  const others = chosen.map((field) => {
    const open = { ...question, filter: without(question.filter, field) };
    return counted(sql`(select h.*, row_number() over () as n from (${anyHitsSql(open, cap)}) h)`, [field], cap);
  });
  return others.reduce((all, one) => sql`${all} union all ${one}`, counted(sql`hit`, free, cap));
}

function counted(hits: Sql, fields: readonly Field[], cap: number | null): Sql {
  return sql`(select v.field, v.value, (array_agg(v.label order by hit.n))[1] as label, count(*) as count,
      (array_agg(hit.fy order by hit.n))[1] as fy, (array_agg(hit.document_id order by hit.n))[1] as document_id
    from ${hits} as hit, lateral (
      select f.* from (values ('kind', hit.kind, null::text), ('fiscalYear', hit.fy::text, null), ('unit', hit.owner_unit, null), ('matterType', hit.matter_type, null),
        ('state', hit.state, null)) f(field, value, label)
      union all ${archiveFacts(sql`hit.document_id`)}) v
    where ${cap === null ? sql`true` : sql`hit.n <= ${cap}`} and v.field = any(${fields}) group by v.field, v.value)`;
}

/** For each facet from which something is chosen: the filter as if nothing of it were. */
export function openFilters(filter: SearchFilter): SearchFilter[] {
  return chosenFields(filter).map((field) => without(filter, field));
}

function chosenFields(filter: SearchFilter): Field[] {
  return [...ENTRY_FIELDS, ...FACT_NAMES].filter((field) => isChosen(filter, field));
}

function isChosen(filter: SearchFilter, field: Field): boolean {
  switch (field) {
    case 'kind':
      return filter.kinds !== undefined;
    case 'fiscalYear':
      return filter.fiscalYears !== undefined;
    case 'unit':
      return filter.units !== undefined;
    case 'matterType':
      return filter.matterTypes !== undefined;
    case 'state':
      return filter.states !== undefined;
    default:
      return filter.facts?.[field] !== undefined;
  }
}

/** The filter as if nothing of this facet had been chosen. */
export function without(filter: SearchFilter, field: Field): SearchFilter {
  const { kinds, fiscalYears, units, matterTypes, states, facts, ...period } = filter;
  const rest = Object.fromEntries(Object.entries(facts ?? {}).filter(([name]) => name !== field));
  return {
    ...period,
    ...(kinds && field !== 'kind' && { kinds }),
    ...(fiscalYears && field !== 'fiscalYear' && { fiscalYears }),
    ...(units && field !== 'unit' && { units }),
    ...(matterTypes && field !== 'matterType' && { matterTypes }),
    ...(states && field !== 'state' && { states }),
    ...(facts && { facts: rest }),
  };
}
