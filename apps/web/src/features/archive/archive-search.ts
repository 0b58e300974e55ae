import type { DocumentState, SearchConditions } from '../../shared/api/types';

/** A search as an address: its conditions and the hit under the cursor. */
export interface ArchiveSearch extends SearchConditions {
  hit?: string;
}

export const facetNames = ['fiscalYear', 'unit', 'matterType', 'state'] as const;
export type FacetName = (typeof facetNames)[number];
const textNames = ['q', 'from', 'to', 'hit'] as const;

const states: readonly DocumentState[] = [
  'drafting',
  'circulating',
  'returned',
  'pulled_back',
  'decided',
  'executed',
  'rejected',
  'withdrawn',
  'abandoned',
  'closed',
];

const listed = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== null && one !== '').map(String);

/** Reads the address; the router has parsed numbers and the like, and somebody may have typed it. */
export function archiveSearch(raw: Record<string, unknown>): ArchiveSearch {
  const search: ArchiveSearch = {};
  for (const name of textNames) {
    const [value] = listed(raw[name]);
    if (value !== undefined) search[name] = value;
  }
  const years = listed(raw.fiscalYear).map(Number).filter(Number.isInteger);
  const wanted = states.filter((state) => listed(raw.state).includes(state));
  if (years.length > 0) search.fiscalYear = years;
  if (wanted.length > 0) search.state = wanted;
  for (const name of ['unit', 'matterType'] as const) {
    const values = [...listed(raw[name])];
    if (values.length > 0) search[name] = values;
  }
  return search;
}

/** What the server is asked: the conditions alone. */
export function conditionsOf({ hit: _hit, ...conditions }: ArchiveSearch): SearchConditions {
  return conditions;
}

/** True when anything is asked at all. */
export const isAsked = (conditions: SearchConditions): boolean => Object.keys(conditions).length > 0;

/** The search with one condition changed or taken away; the cursor starts anew. */
export function withCondition(
  search: ArchiveSearch,
  name: keyof SearchConditions,
  value: string | null,
): ArchiveSearch {
  const { [name]: _old, ...rest } = conditionsOf(search);
  return value === null || value === '' ? rest : archiveSearch({ ...rest, [name]: value });
}

/** The chosen values of a facet, as text. */
export const chosenValues = (search: ArchiveSearch, name: FacetName): readonly string[] => listed(search[name]);

/** The search with one value of a facet chosen, or let go when it was. */
export function withFacet(search: ArchiveSearch, name: FacetName, value: string): ArchiveSearch {
  const chosen = chosenValues(search, name);
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return archiveSearch({ ...conditionsOf(search), [name]: next });
}
