import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { untilMade } from './being-made';
import { api, unwrap, writeHeaders } from './client';
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
    refetchInterval: ({ state: { data } }) => untilMade(data?.attachments, data?.attributes.confidentiality),
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

export const useCreateDocument = () =>
  useWrite((body: DraftBody & { matterType: string }, key) =>
    unwrap(api.POST('/api/v1/documents', { body, headers: writeHeaders(key) })),
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

export interface DocumentChange extends DraftBody {
  id: string;
  version: number;
}

export function useChangeDocument() {
  const client = useQueryClient();
  return useWrite(
    ({ id, version, ...body }: DocumentChange, key) =>
      unwrap(
        api.PATCH('/api/v1/documents/{id}', { params: { path: { id } }, body, headers: writeHeaders(key, version) }),
      ),
    { onSuccess: (document) => client.setQueryData(queryKeys.document(document.id), document) },
  );
}
