import type { DocumentListSearch } from '../../shared/api/documents';
import type { DocumentState } from '../../shared/api/types';

export const documentStates: readonly DocumentState[] = [
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

export const documentViews = ['mine', 'unit', 'left'] as const;

/** The condition a state's name stands for; none for anything else. */
export function stateCondition(value: unknown): { state?: DocumentState } {
  const state = documentStates.find((name) => name === value);
  return state ? { state } : {};
}

/** The document list as an address. */
export function documentsSearch(raw: Record<string, unknown>): DocumentListSearch {
  const q = typeof raw.q === 'string' && raw.q !== '' ? raw.q : undefined;
  return {
    view: documentViews.find((view) => view === raw.view) ?? 'mine',
    ...stateCondition(raw.state),
    ...(q ? { q } : {}),
  };
}
