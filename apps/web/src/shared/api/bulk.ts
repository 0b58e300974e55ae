import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { BulkItem } from './types';
import { useWrite } from './write';

/** What a bulk approval of these would do, and what it leaves out and why (RULE-64). Never cached: facts move. */
export const useBulkPreview = (items: BulkItem[]) =>
  useQuery({
    queryKey: ['bulk-preview', items],
    queryFn: () => unwrap(api.POST('/api/v1/bulk-approvals/preview', { body: { items } })),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });

export function useBulkApprove() {
  const client = useQueryClient();
  return useWrite(
    (items: BulkItem[], key) =>
      unwrap(api.POST('/api/v1/bulk-approvals', { body: { items }, headers: writeHeaders(key) })),
    {
      onSettled: () => {
        for (const queryKey of [queryKeys.inbox, queryKeys.inboxCounts, ['approval'], ['document']]) {
          void client.invalidateQueries({ queryKey });
        }
      },
    },
  );
}
