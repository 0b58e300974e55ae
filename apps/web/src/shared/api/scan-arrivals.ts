import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';

export type ScanArrival = components['schemas']['ScanArrivalView'];
export type ScanArrivalState = ScanArrival['state'];

/** 取込記録, latest first. */
export const useScanArrivals = (state: ScanArrivalState | undefined) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.scanArrivals, state],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/scan-arrivals', { params: { query: { state, cursor: pageParam, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 30_000,
  });
