import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { SearchConditions, SearchExport } from './types';
import { useWrite } from './write';

const isUnderWay = ({ state }: SearchExport) => state === 'waiting' || state === 'running';

/** One's exports; asked again every second while one is being made. */
export const useExports = () =>
  useQuery({
    queryKey: queryKeys.searchExports,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/search/exports', { signal })),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 1000 : false),
  });

interface ExportWish {
  kind: SearchExport['kind'];
  conditions: SearchConditions;
  reason: string;
}

export function useOrderExport() {
  const client = useQueryClient();
  return useWrite(
    ({ kind, conditions, reason }: ExportWish, key) => {
      const body = { kind, reason, conditions: { sort: 'date' as const, ...conditions } };
      return unwrap(api.POST('/api/v1/search/exports', { body, headers: writeHeaders(key) }));
    },
    { onSuccess: () => void client.invalidateQueries({ queryKey: queryKeys.searchExports }) },
  );
}

export function useCancelExport() {
  const client = useQueryClient();
  return useWrite(
    (id: string, key) =>
      unwrap(api.DELETE('/api/v1/search/exports/{id}', { params: { path: { id } }, headers: writeHeaders(key) })),
    { onSuccess: () => void client.invalidateQueries({ queryKey: queryKeys.searchExports }) },
  );
}
