import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { untilMade } from './being-made';
import { api, type Asking, atOnce, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { DocumentState, DraftBody } from './types';
import { useWrite } from './write';

export interface DocumentListSearch {
  view: 'mine' | 'unit' | 'left';
  state?: DocumentState;
  q?: string;
}

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.document(id),
    queryFn: () => unwrap(api.GET('/api/v1/documents/{id}', { params: { path: { id } } })),
    staleTime: 10_000,
  });

export const useDocument = (id: string | null) =>
  useQuery({
    ...documentQuery(id ?? ''),
    enabled: id !== null,
    refetchInterval: ({ state: { data, error } }) =>
      !error && untilMade(data?.attachments, data?.attributes.confidentiality),
  });

export const documentListQuery = (search: DocumentListSearch) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.documents, search],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/documents', { params: { query: { ...search, cursor: pageParam, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useDocumentList = (search: DocumentListSearch) => useInfiniteQuery(documentListQuery(search));

/** A document as it is now, whatever the page remembers of it. */
export const readDocument = (id: string, ask: Asking) =>
  unwrap(ask(() => api.GET('/api/v1/documents/{id}', { params: { path: { id } } })));

interface Asked {
  /** No part of what is written: the same text stored by the page and by hand is the same act. */
  ask?: Asking;
}

export const useCreateDocument = () =>
  useWrite(({ ask = atOnce, ...body }: DraftBody & Asked & { matterType: string }, key) =>
    unwrap(ask(() => api.POST('/api/v1/documents', { body, headers: writeHeaders(key) }))),
  );

/** 再起案 of a finished document: a new draft of one's own. */
export function useRedraft(id: string) {
  const client = useQueryClient();
  return useWrite(
    (body: { postCode?: string }, key) =>
      unwrap(
        api.POST('/api/v1/documents/{id}/redrafts', { params: { path: { id } }, body, headers: writeHeaders(key) }),
      ),
    {
      onSuccess: (draft) => {
        client.setQueryData(queryKeys.document(draft.id), draft);
        void client.invalidateQueries({ queryKey: queryKeys.document(id) });
        void client.invalidateQueries({ queryKey: queryKeys.documents });
      },
    },
  );
}

/** 引受け: goes on with a draft whose drafter has left the section. */
export function useTakeOver() {
  const client = useQueryClient();
  return useWrite(
    (id: string, key) =>
      unwrap(api.POST('/api/v1/documents/{id}/takeovers', { params: { path: { id } }, headers: writeHeaders(key) })),
    {
      onSuccess: (document) => {
        client.setQueryData(queryKeys.document(document.id), document);
        void client.invalidateQueries({ queryKey: queryKeys.documents });
      },
    },
  );
}

export interface DocumentChange extends DraftBody, Asked {
  id: string;
  version: number;
}

export function useChangeDocument() {
  const client = useQueryClient();
  return useWrite(
    ({ id, version, ask = atOnce, ...body }: DocumentChange, key) => {
      const params = { path: { id } };
      const headers = writeHeaders(key, version);
      return unwrap(ask(() => api.PATCH('/api/v1/documents/{id}', { params, body, headers })));
    },
    { onSuccess: (document) => client.setQueryData(queryKeys.document(document.id), document) },
  );
}
