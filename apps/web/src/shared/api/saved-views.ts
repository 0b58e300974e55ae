import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];

/** Saved views of mine and of my sections, with their counts. */
export const useSavedViews = () =>
  useQuery({
    queryKey: [...queryKeys.inboxCounts, 'saved-views'],
    queryFn: () => unwrap(api.GET('/api/v1/inbox/saved-views')),
  });

export type SavedView = Schemas['SavedView'];

export function useSaveView() {
  const client = useQueryClient();
  return useWrite(
    (body: Schemas['SaveViewRequest'], key) =>
      unwrap(api.POST('/api/v1/inbox/saved-views', { body, headers: writeHeaders(key) })),
    { onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.inboxCounts }) },
  );
}

export function useRemoveView() {
  const client = useQueryClient();
  return useWrite(
    (id: string, key) =>
      unwrap(api.DELETE('/api/v1/inbox/saved-views/{id}', { params: { path: { id } }, headers: writeHeaders(key) })),
    { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.inboxCounts }) },
  );
}
