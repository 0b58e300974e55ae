import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';

export const useRevisions = (id: string) =>
  useQuery({
    queryKey: queryKeys.revisions(id),
    queryFn: async () =>
      (await unwrap(api.GET('/api/v1/documents/{id}/revisions', { params: { path: { id } } }))).items,
  });

/** What is on the drafter's desk and not in the revision; asked when the sheet of a resubmission opens. */
export const useUnsentChanges = (id: string, from: number) =>
  useQuery({
    queryKey: [...queryKeys.revisions(id), 'unsent', from],
    queryFn: () => unwrap(api.GET('/api/v1/documents/{id}/changes', { params: { path: { id }, query: { from } } })),
    enabled: from >= 1,
    gcTime: 0,
  });

/** What changed between two frozen revisions; they never change, so the answer is kept. */
export const useChanges = (id: string, from: number, to: number) =>
  useQuery({
    queryKey: queryKeys.changes(id, from, to),
    queryFn: () => unwrap(api.GET('/api/v1/documents/{id}/changes', { params: { path: { id }, query: { from, to } } })),
    enabled: from >= 1 && to > from,
    staleTime: Infinity,
  });
