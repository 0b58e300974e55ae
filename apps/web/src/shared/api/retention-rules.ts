import { useQuery, useQueryClient } from '@tanstack/react-query';
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

/** What a changed rule would do to the files that are there; null: nothing is wished yet. */
export const useRulePreview = (wish: RuleWish | null) =>
  useQuery({
    // Not under `keeping`: once the rule is changed, the wish is no wish any more, and must not be asked about again.
    queryKey: ['rule-preview', wish],
    enabled: wish !== null,
    queryFn: () =>
      wish ? unwrap(api.POST('/api/v1/records/rules/preview', { body: wish })) : Promise.reject(new Error('no wish')),
    retry: false,
    gcTime: 0,
  });

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
