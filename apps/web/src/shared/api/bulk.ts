import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { BulkItem, BulkKind } from './types';
import { useWrite } from './write';

/** What a bulk approval of these would do, and what it leaves out and why (RULE-64). Never cached: facts move. */
export const useBulkPreview = (items: BulkItem[], kind: BulkKind) =>
  useQuery({
    queryKey: ['bulk-preview', kind, items],
    queryFn: () => unwrap(api.POST('/api/v1/bulk-approvals/preview', { body: { kind, items } })),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });

export interface BulkAct {
  kind: BulkKind;
  items: BulkItem[];
  /** One reason for all; 一括差戻し needs it. */
  comment?: string;
}

/** 一括決裁, 一括差戻し, 一括後閲. */
export function useBulkAct() {
  const client = useQueryClient();
  return useWrite(
    (body: BulkAct, key) => unwrap(api.POST('/api/v1/bulk-approvals', { body, headers: writeHeaders(key) })),
    {
      onSettled: () => {
        for (const queryKey of [queryKeys.inbox, queryKeys.inboxCounts, ['approval'], ['document']]) {
          void client.invalidateQueries({ queryKey });
        }
      },
    },
  );
}
