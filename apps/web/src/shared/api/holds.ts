import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components, paths } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type Hold = Schemas['HoldView'];
export type HoldDetail = Schemas['HoldDetail'];
export type HoldLine = Schemas['HoldLineView'];
export type HoldGround = Hold['ground'];
type HoldsQuery = NonNullable<paths['/api/v1/holds']['get']['parameters']['query']>;
export type HoldsSearch = Pick<HoldsQuery, 'state' | 'ground' | 'words'>;

export const holdStates = ['in_force', 'asked', 'ended'] as const;
export const holdGrounds = ['disclosure_request', 'appeal', 'lawsuit', 'audit', 'own'] as const;

/** 廃棄保留 that I may see, newest first. */
export const useHolds = (search: HoldsSearch, enabled = true) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.holds, search],
    enabled,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/holds', { params: { query: { ...search, cursor: pageParam, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useHold = (id: string) =>
  useQuery({
    queryKey: [...queryKeys.holds, 'one', id],
    queryFn: () => unwrap(api.GET('/api/v1/holds/{id}', { params: { path: { id } } })),
  });

/** What a hold touches: files, documents, the lists that count and lock them. */
function useStale() {
  const client = useQueryClient();
  return {
    onSettled: async () => {
      const keys = [queryKeys.holds, queryKeys.keeping, queryKeys.disposals, queryKeys.recordFiles, ['filing']];
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  };
}

export const usePlaceHold = () =>
  useWrite(
    (body: Schemas['PlaceHoldBody'], key) => unwrap(api.POST('/api/v1/holds', { body, headers: writeHeaders(key) })),
    useStale(),
  );

/** One step of a hold that is in force. */
export type HoldStep =
  | { readonly do: 'confirm' }
  | { readonly do: 'release'; readonly reason: string }
  | { readonly do: 'decide'; readonly decidedOn: string | null; readonly note: string }
  | { readonly do: 'change'; readonly caseNo?: string; readonly reason?: string; readonly note: string }
  | { readonly do: 'widen'; readonly fileIds: string[]; readonly documentIds: string[] };

function send(id: string, step: HoldStep, key: string): Promise<HoldDetail> {
  const to = { params: { path: { id } }, headers: writeHeaders(key) };
  switch (step.do) {
    case 'confirm':
      return unwrap(api.POST('/api/v1/holds/{id}/confirmation', to));
    case 'release':
      return unwrap(api.POST('/api/v1/holds/{id}/release', { ...to, body: { reason: step.reason } }));
    case 'decide': {
      const { do: _, ...body } = step;
      return unwrap(api.POST('/api/v1/holds/{id}/decision', { ...to, body }));
    }
    case 'change': {
      const { do: _, ...body } = step;
      return unwrap(api.PATCH('/api/v1/holds/{id}', { ...to, body }));
    }
    case 'widen': {
      const { do: _, ...body } = step;
      return unwrap(api.POST('/api/v1/holds/{id}/targets', { ...to, body }));
    }
  }
}

export const useHoldStep = () =>
  useWrite(({ id, step }: { id: string; step: HoldStep }, key) => send(id, step, key), useStale());
