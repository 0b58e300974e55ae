import type { DocumentListSearch } from '../../shared/api/documents';
import type { DocumentState } from '../../shared/api/types';

export const documentStates: readonly DocumentState[] = [
  'drafting',
  'circulating',
  'returned',
  'pulled_back',
  'decided',
  'rejected',
  'withdrawn',
  'abandoned',
  'closed',
];

/** The document list as an address. */
export function documentsSearch(raw: Record<string, unknown>): DocumentListSearch {
  const state = documentStates.find((name) => name === raw.state);
  const q = typeof raw.q === 'string' && raw.q !== '' ? raw.q : undefined;
  return { view: raw.view === 'unit' ? 'unit' : 'mine', ...(state ? { state } : {}), ...(q ? { q } : {}) };
}
