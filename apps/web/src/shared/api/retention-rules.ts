import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type RuleWish = Schemas['RuleWishBody'];
export type RuleChange = Schemas['RuleChangeBody'];
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
