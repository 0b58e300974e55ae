import type { SearchConditions } from '../../shared/api/types';

/** A search as an address: its conditions and the hit under the cursor. */
export interface ArchiveSearch extends SearchConditions {
  hit?: string;
  open?: boolean;
}

export const facetNames = ['fiscalYear', 'unit', 'matterType', 'state'] as const;
export type FacetName = (typeof facetNames)[number];
const names = ['q', ...facetNames, 'from', 'to', 'hit'] as const;

/** Reads the address; the router has parsed numbers and the like, which go back to the text they were. */
export function archiveSearch(raw: Record<string, unknown>): ArchiveSearch {
  const search: ArchiveSearch = {};
  for (const name of names) {
    const value = raw[name];
    if ((typeof value === 'string' || typeof value === 'number') && value !== '') search[name] = String(value);
  }
  if (raw.open === true) search.open = true;
  return search;
}

/** What the server is asked: the conditions alone. */
export function conditionsOf({ hit: _hit, open: _open, ...conditions }: ArchiveSearch): SearchConditions {
  return conditions;
}

/** True when anything is asked at all; an empty search lists nothing. */
export const isAsked = (conditions: SearchConditions): boolean => Object.values(conditions).some(Boolean);

/** The search with one condition changed or taken away; the cursor starts anew. */
export function withCondition(
  search: ArchiveSearch,
  name: keyof SearchConditions,
  value: string | null,
): ArchiveSearch {
  const { [name]: _old, ...rest } = conditionsOf(search);
  return value === null || value === '' ? rest : { ...rest, [name]: value };
}
