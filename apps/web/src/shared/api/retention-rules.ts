import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type RetentionClassBody = Schemas['RetentionClassBody'];
export type RetentionClass = Schemas['RetentionClassView'];
export type RuleWish = Schemas['RuleWishBody'];
export type RuleChange = Schemas['RuleChangeBody'];
export type RuleProgress = Schemas['RuleChangeView'];
export type RuleEffect = Schemas['RuleEffectView'];

/** What a changed rule would do to the files that are there: how many, and page by page which; null: nothing is wished yet. */
export function useRulePreview(wish: RuleWish | null) {
  const list = useInfiniteQuery({
    // Not under `keeping`: once the rule is changed, the wish is no wish any more, and must not be asked about again.
    queryKey: ['rule-preview', wish],
    enabled: wish !== null,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => (wish ? lookedAt(wish, pageParam) : Promise.reject(new Error('no wish'))),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    retry: false,
    gcTime: 0,
  });
  return { list, effect: list.data?.pages[0]?.effect ?? null };
}

/** The counts come with the first page alone. */
async function lookedAt(body: RuleWish, cursor: string | null) {
  if (cursor === null) {
    const effect = await unwrap(api.POST('/api/v1/records/rules/preview', { body }));
    return { effect, items: effect.named, nextCursor: effect.nextCursor };
  }
  const page = { params: { query: { cursor, limit: 50 } }, body };
  return { effect: null, ...(await unwrap(api.POST('/api/v1/records/rules/preview/files', page))) };
}

/** Changes the rule; afterwards everything that shows dates is read anew. */
export function useChangeRule() {
  const client = useQueryClient();
  return useWrite(
    (body: RuleChange, key) => unwrap(api.POST('/api/v1/records/rules/changes', { body, headers: writeHeaders(key) })),
    {
      onSettled: async () => {
        const keys = [queryKeys.keeping, queryKeys.recordFiles, ['filing']];
        await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
      },
    },
  );
}

const soon = 1_000;

/** The latest changes; while files follow one, the worker goes on as the page stands open. */
export const useRuleChanges = () =>
  useQuery({
    queryKey: [...queryKeys.keeping, 'rule-changes'],
    queryFn: () => unwrap(api.GET('/api/v1/records/rules/changes')),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'running') ? soon : false),
  });

/** The files that were there, with the day they had and have. */
export const useRuleChangeFiles = ({ id, followed, stayed }: RuleProgress) =>
  useQuery({
    queryKey: [...queryKeys.keeping, 'rule-changes', id, followed + stayed],
    queryFn: () => unwrap(api.GET('/api/v1/records/rules/changes/{id}/files', { params: { path: { id } } })),
  });

export function useSteerRuleChange(id: string) {
  const client = useQueryClient();
  return useWrite(
    (act: 'stop' | 'resume', key) => {
      const to = { params: { path: { id } }, headers: writeHeaders(key) };
      return act === 'stop'
        ? unwrap(api.POST('/api/v1/records/rules/changes/{id}/stop', to))
        : unwrap(api.POST('/api/v1/records/rules/changes/{id}/resumption', to));
    },
    { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.keeping }) },
  );
}

/** A new 保存期間の区分; whatever names them is read anew. */
export function useAddRetentionClass() {
  const client = useQueryClient();
  return useWrite(
    (body: RetentionClassBody, key) =>
      unwrap(api.POST('/api/v1/retention-classes', { body, headers: writeHeaders(key) })),
    { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.keeping }) },
  );
}
