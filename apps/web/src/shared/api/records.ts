import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import { hasCode } from './problem';
import { useWrite } from './write';

/** Where a document is filed; null when it is not yet. */
export const useFiling = (id: string) =>
  useQuery({
    queryKey: queryKeys.filing(id),
    queryFn: async () => {
      try {
        return await unwrap(api.GET('/api/v1/documents/{id}/filing', { params: { path: { id } } }));
      } catch (error) {
        if (hasCode(error, 'records.not-filed')) return null;
        throw error;
      }
    },
  });

/** Closes a document (完結): its retention clock gets its start. */
export function useCloseDocument(id: string) {
  const client = useQueryClient();
  return useWrite(
    (_: 'close', key) =>
      unwrap(api.POST('/api/v1/documents/{id}/closure', { params: { path: { id } }, headers: writeHeaders(key) })),
    {
      onSuccess: (filing) => {
        client.setQueryData(queryKeys.filing(id), filing);
        void client.invalidateQueries({ queryKey: queryKeys.document(id) });
      },
    },
  );
}

const pageSize = 50;

export interface RecordFileSearch {
  fiscalYear?: number;
  unit?: string;
  classCode?: string;
  words?: string;
}

export const useRecordFiles = (search: RecordFileSearch) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.recordFiles, search],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/record-files', { params: { query: { ...search, cursor: pageParam, limit: pageSize } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
