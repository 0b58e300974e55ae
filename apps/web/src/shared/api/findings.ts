import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';

export type Finding = components['schemas']['FindingView'];

const narrowed = (unit: string | undefined) => (unit ? { unit } : {});

/** What the nightly sweep has found and is not mended yet. */
export const useFindings = (unit: string | undefined) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.keeping, 'findings', unit],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/records/findings', { params: { query: { ...narrowed(unit), cursor: pageParam, limit: 50 } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const findingsAddress = (unit: string | undefined): string =>
  `/api/v1/records/findings/list.csv${unit ? `?unit=${encodeURIComponent(unit)}` : ''}`;
