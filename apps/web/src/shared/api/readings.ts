import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import type { components, paths } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type Reading = Schemas['ReadingView'];
export type ReadingDigest = Schemas['ReadingDigestView'];
export type ReadingsSearch = Omit<
  NonNullable<paths['/api/v1/readings']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

/** 閲覧の照会, the latest first; asked when the auditor asks, as each inquiry is in the ledger. */
export const useReadings = (search: ReadingsSearch | null) =>
  useInfiniteQuery({
    queryKey: ['readings', search],
    enabled: search !== null,
    refetchOnWindowFocus: false,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/readings', { params: { query: { ...search, cursor: pageParam, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** 特権閲覧の週次報告 */
export const useReadingDigests = () =>
  useQuery({ queryKey: ['reading-digests'], queryFn: () => unwrap(api.GET('/api/v1/readings/digests')) });

export function useAcknowledgeDigest() {
  const client = useQueryClient();
  return useWrite(
    ({ id, remark }: { id: string; remark: string }, key) =>
      unwrap(
        api.POST('/api/v1/readings/digests/{id}/acknowledgement', {
          params: { path: { id } },
          body: { remark },
          headers: writeHeaders(key),
        }),
      ),
    { onSettled: () => client.invalidateQueries({ queryKey: ['reading-digests'] }) },
  );
}
