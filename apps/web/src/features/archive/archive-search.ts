import type { AskedCondition, AskedFolding, SearchConditions, SearchHit } from '../../shared/api/types';

/** A search as an address: its conditions and the hit under the cursor. */
export interface ArchiveSearch extends SearchConditions {
  startYear?: number;
  hit?: string;
}

export const facetNames = [
  'kind',
  'fiscalYear',
  'unit',
  'unitThen',
  'filingClass',
  'matterType',
  'state',
  'retention',
  'expiryYear',
  'hold',
  'disclosureClass',
  'medium',
] as const;
export type FacetName = (typeof facetNames)[number];
const textNames = ['q', 'from', 'to', 'hit'] as const;

/** 表記のゆれ: what can be told to count. */
export const foldings = [
  'width',
  'kana',
  'kanji',
  'ivs',
  'dates',
  'numbers',
] as const satisfies readonly AskedFolding['name'][];

export const sorts = ['date', 'number', 'relevance'] as const;
const codeNames = [
  ...facetNames.filter((name) => name !== 'fiscalYear' && name !== 'state' && name !== 'kind'),
  'file',
] as const;
const kinds: readonly SearchHit['kind'][] = ['document', 'receipt'];

const states: readonly SearchHit['state'][] = [
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
  'receipt_open',
  'receipt_read',
  'receipt_drafted',
  'receipt_not_needed',
  'receipt_sent_back',
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
  const subjects = kinds.filter((kind) => listed(raw.kind).includes(kind));
  if (subjects.length > 0) search.kind = subjects;
  if (years.length > 0) search.fiscalYear = years;
  if (wanted.length > 0) search.state = wanted;
  const asWritten = foldings.filter((folding) => listed(raw.asWritten).includes(folding));
  if (asWritten.length > 0) search.asWritten = asWritten;
  const sort = sorts.find((one) => one === raw.sort);
  if (sort && sort !== 'date') search.sort = sort;
  const [startYear] = listed(raw.startYear).map(Number).filter(Number.isInteger);
  if (startYear) search.startYear = startYear;
  for (const name of codeNames) {
    const values = [...listed(raw[name])];
    if (values.length > 0) search[name] = values;
  }
  return search;
}

/** What is asked: the conditions alone, without the place in the list. */
export function conditionsOf({ hit: _hit, startYear: _year, ...conditions }: ArchiveSearch): SearchConditions {
  return conditions;
}

/** What the server is asked: the conditions, and the year with which the list begins. */
export function questionOf({ hit: _hit, ...question }: ArchiveSearch): ArchiveSearch {
  return question;
}

/** True when anything is asked at all. */
export const isAsked = ({ sort: _sort, asWritten: _written, ...conditions }: SearchConditions): boolean =>
  Object.keys(conditions).length > 0;

/** The search with one condition changed or taken away; the cursor starts anew. */
export function withCondition(
  search: ArchiveSearch,
  name: keyof SearchConditions,
  value: string | null,
): ArchiveSearch {
  const { [name]: _old, ...rest } = conditionsOf(search);
  return value === null || value === '' ? rest : archiveSearch({ ...rest, [name]: value });
}

/** The chosen values of a facet, or the chosen files, as text. */
export const chosenValues = (search: ArchiveSearch, name: FacetName | 'file'): readonly string[] =>
  listed(search[name]);

/** The search with one folding told to count, or not to. */
export function withFolding(search: ArchiveSearch, name: AskedFolding['name']): ArchiveSearch {
  const off = search.asWritten ?? [];
  const next = off.includes(name) ? off.filter((one) => one !== name) : [...off, name];
  return archiveSearch({ ...conditionsOf(search), asWritten: next });
}

/** The search without one of its conditions, as the server named it. */
export function withoutAsked(search: ArchiveSearch, asked: AskedCondition): ArchiveSearch {
  const { parameter, value, q } = asked;
  if (parameter === null) return withCondition(search, 'q', q);
  const facet = parameter === 'file' ? 'file' : facetNames.find((name) => name === parameter);
  return facet && value !== null
    ? withFacet(search, facet, value)
    : withCondition(search, parameter === 'to' ? 'to' : 'from', null);
}

/** The search with one value of a facet, or one file, chosen, or let go when it was. */
export function withFacet(search: ArchiveSearch, name: FacetName | 'file', value: string): ArchiveSearch {
  const chosen = chosenValues(search, name);
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return archiveSearch({ ...conditionsOf(search), [name]: next });
}

/** The page on which a hit of this kind is read. */
export const screenOf = { document: '/documents/$id', receipt: '/receipts/$id' } as const;

/** Where a hit is read: at the file and page in which the words stand, with the words that are marked there. */
export function documentAddress(
  { snippet }: Pick<SearchHit, 'snippet'>,
  conditions: readonly AskedCondition[] = [],
): { file?: string; page?: number; mark?: string[] } {
  if (!snippet?.attachmentId) return {};
  const typed = conditions.filter(({ kind }) => kind === 'term' || kind === 'attachment').map(({ text }) => text);
  const written = snippet.marks.map(([from, to]) => snippet.text.slice(from, to));
  const mark = [...new Set([...written, ...typed.map((text) => text.replace(/^["“”「『]|["“”」』]$/gu, ''))])];
  return { file: `a:${snippet.attachmentId}`, ...(snippet.page !== null && { page: snippet.page, mark }) };
}
