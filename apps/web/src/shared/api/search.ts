import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import type { SearchConditions, SearchHit, SearchResult } from './types';

const pageSize = 50;

/** Archive search by cursor; the first page carries count and facets. */
export const useSearch = (conditions: SearchConditions, enabled = true) =>
  useInfiniteQuery({
    enabled,
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

/** All hits, counted; asked for when somebody wants to know. */
export const useArchiveCount = (conditions: SearchConditions, enabled: boolean) =>
  useQuery({
    queryKey: [...queryKeys.search, 'count', conditions],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/search/count', { params: { query: conditions }, signal })),
    enabled,
    staleTime: 30_000,
    retry: false,
  });

/** Facets over all hits; null when counting takes too long. */
export const useExactFacets = (conditions: SearchConditions, enabled: boolean) =>
  useQuery({
    queryKey: [...queryKeys.search, 'facets', conditions],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/search/facets', { params: { query: conditions }, signal })),
    enabled,
    staleTime: 30_000,
    retry: false,
  });

const printedPage = 200;
/** More lines than this are for an export. */
export const mostPrinted = 1000;

/** The first hits of a list at once, for paper, with what the first page says of all of them. */
export const usePrintedHits = (conditions: SearchConditions) =>
  useQuery({
    queryKey: [...queryKeys.search, 'printed', conditions],
    queryFn: async ({ signal }): Promise<{ hits: SearchHit[]; first: SearchResult }> => {
      const ask = (cursor: string | undefined) =>
        unwrap(api.GET('/api/v1/search', { params: { query: { ...conditions, cursor, limit: printedPage } }, signal }));
      const first = await ask(undefined);
      const hits = [...first.items];
      for (let next = first.nextCursor; next !== null && hits.length < mostPrinted;) {
        const page = await ask(next);
        hits.push(...page.items);
        next = page.nextCursor;
      }
      return { hits, first };
    },
    staleTime: 30_000,
  });
