import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import type { SearchConditions } from './types';

const pageSize = 50;

/** Archive search by cursor; the first page carries count and facets. */
export const useSearch = (conditions: SearchConditions) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.search, conditions],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/search', { params: { query: { ...conditions, cursor: pageParam, limit: pageSize } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
