import { useQuery } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { SearchConditions } from './types';
import { useWrite } from './write';

/** What the reader may know by title alone; nothing is offered to anybody but records officers. */
export const useTitles = (conditions: SearchConditions, enabled: boolean) =>
  useQuery({
    queryKey: [...queryKeys.search, 'titles', conditions],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/search/titles', { params: { query: conditions }, signal })),
    enabled,
    staleTime: 30_000,
  });

/** What the registers of disposals still say of documents that are gone. */
export const useDisposed = (conditions: SearchConditions, enabled: boolean) =>
  useQuery({
    queryKey: [...queryKeys.search, 'disposed', conditions],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/search/disposed', { params: { query: conditions }, signal })),
    enabled,
    staleTime: 30_000,
  });

/** Opens one for a reason; the reason is written before the document is read. */
export const useOpenTitle = () =>
  useWrite(async (wish: { documentId: string; reason: string }, key) => {
    const { id } = await unwrap(api.POST('/api/v1/search/openings', { body: wish, headers: writeHeaders(key) }));
    return unwrap(api.GET('/api/v1/search/openings/{id}', { params: { path: { id } } }));
  });

/** People, numbers, classes and kinds while typing. */
export const useSuggestions = (typed: string) =>
  useQuery({
    queryKey: [...queryKeys.search, 'suggestions', typed],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/search/suggestions', { params: { query: { q: typed } }, signal })),
    enabled: typed.trim() !== '' && typed.length <= 60,
    staleTime: 60_000,
  });
