import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { SavedSearch, SearchConditions } from './types';
import { useWrite } from './write';

export const useSavedSearches = () =>
  useQuery({
    queryKey: queryKeys.savedSearches,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/search/saved', { signal })),
  });

type SavedSearchChange =
  | { act: 'save'; name: string; conditions: SearchConditions; unitCode: string | null }
  | { act: 'change'; id: string; name?: string; unitCode?: string | null }
  | { act: 'arrange'; ids: string[] }
  | { act: 'delete' | 'subscribe' | 'unsubscribe'; id: string };

function send(change: SavedSearchChange, key: string): Promise<unknown> {
  const headers = writeHeaders(key);
  switch (change.act) {
    case 'save': {
      const { name, conditions, unitCode } = change;
      const body = { name, unitCode, conditions: { sort: 'date' as const, ...conditions } };
      return unwrap(api.POST('/api/v1/search/saved', { body, headers }));
    }
    case 'arrange':
      return unwrap(api.PUT('/api/v1/search/saved/order', { body: { ids: change.ids }, headers }));
    case 'change': {
      const { id, name, unitCode } = change;
      const body = { ...(name !== undefined && { name }), ...(unitCode !== undefined && { unitCode }) };
      return unwrap(api.PATCH('/api/v1/search/saved/{id}', { params: { path: { id } }, body, headers }));
    }
    case 'delete':
      return unwrap(api.DELETE('/api/v1/search/saved/{id}', { params: { path: { id: change.id } }, headers }));
    case 'subscribe':
      return unwrap(
        api.POST('/api/v1/search/saved/{id}/subscription', { params: { path: { id: change.id } }, headers }),
      );
    case 'unsubscribe':
      return unwrap(
        api.DELETE('/api/v1/search/saved/{id}/subscription', { params: { path: { id: change.id } }, headers }),
      );
  }
}

/** Saves, renames, shares, arranges, deletes and subscribes; the list is read anew afterwards. */
export function useSavedSearchChange() {
  const client = useQueryClient();
  return useWrite(send, { onSuccess: () => void client.invalidateQueries({ queryKey: queryKeys.savedSearches }) });
}

/** The search of a saved one, as the screen's address takes it. */
export const addressOf = (saved: SavedSearch): Record<string, unknown> => ({ ...saved.conditions });
