import { infiniteQueryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { CirculationListView } from './circulation-counts';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type Circulation = Schemas['CirculationView'];
export type CirculationListItem = Schemas['CirculationListItem'];
export type Reader = Schemas['ReaderView'];
export type ReaderWish = Schemas['ReaderWishInput'];
export type StartCirculation = Schemas['StartCirculationRequest'];
export type CandidateSection = Schemas['CandidateSection'];

/** What is circulated. */
export interface CirculationSubject {
  readonly kind: 'receipt' | 'document';
  readonly id: string;
}

export const circulationListQuery = (view: CirculationListView) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.circulations, 'list', view],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/circulations', { params: { query: { view, cursor: pageParam, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useCirculationList = (view: CirculationListView) => useInfiniteQuery(circulationListQuery(view));

export const useCirculationsOf = ({ kind, id }: CirculationSubject) =>
  useQuery({
    queryKey: [...queryKeys.circulations, kind, id],
    queryFn: () =>
      unwrap(
        kind === 'receipt'
          ? api.GET('/api/v1/receipts/{id}/circulations', { params: { path: { id } } })
          : api.GET('/api/v1/documents/{id}/circulations', { params: { path: { id } } }),
      ),
  });

export const useReadingCandidates = () =>
  useQuery({
    queryKey: queryKeys.readingCandidates,
    queryFn: () => unwrap(api.GET('/api/v1/circulations/candidates')),
    staleTime: 5 * 60_000,
  });

/** A mark may end a receipt: everything about it is asked again. */
function useStale() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: queryKeys.circulations });
    void client.invalidateQueries({ queryKey: ['receipt'] });
    void client.invalidateQueries({ queryKey: queryKeys.receipts });
  };
}

export const useStartCirculation = ({ kind, id }: CirculationSubject) =>
  useWrite(
    (body: StartCirculation, key) => {
      const request = { params: { path: { id } }, body, headers: writeHeaders(key) };
      return unwrap(
        kind === 'receipt'
          ? api.POST('/api/v1/receipts/{id}/circulations', request)
          : api.POST('/api/v1/documents/{id}/circulations', request),
      );
    },
    { onSuccess: useStale() },
  );

export const useMarkCirculationRead = (id: string) =>
  useWrite(
    (body: { comment: string | null; asksForDraft: boolean }, key) =>
      unwrap(
        api.POST('/api/v1/circulations/{id}/read-marks', {
          params: { path: { id } },
          body,
          headers: writeHeaders(key),
        }),
      ),
    { onSuccess: useStale() },
  );

export const useAddReaders = (id: string) =>
  useWrite(
    (readers: ReaderWish[], key) =>
      unwrap(
        api.POST('/api/v1/circulations/{id}/readers', {
          params: { path: { id } },
          body: { readers },
          headers: writeHeaders(key),
        }),
      ),
    { onSuccess: useStale() },
  );

export const useStopCirculation = (id: string) =>
  useWrite(
    (reason: string, key) =>
      unwrap(
        api.POST('/api/v1/circulations/{id}/stops', {
          params: { path: { id } },
          body: { reason },
          headers: writeHeaders(key),
        }),
      ),
    { onSuccess: useStale() },
  );
