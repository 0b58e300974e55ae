import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { approvalQuery } from '../../shared/api/approval';
import { documentQuery } from '../../shared/api/documents';
import { useInbox, type InboxView } from '../../shared/api/inbox';
import type { InboxItem } from '../../shared/api/types';
import { canTick, rowKey } from './inbox-item';

const prefetched = 2;

/** The rows of a view in their order, and their keys. */
export function useInboxList(view: InboxView) {
  const inbox = useInbox(view);
  const items = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data]);
  const keys = useMemo(() => items.map(rowKey), [items]);
  const tickable = useMemo(() => items.filter(canTick).map(rowKey), [items]);
  return { inbox, items, keys, tickable };
}

/** Reads the next documents ahead, so that stepping through the list never waits. */
export function usePrefetchNext(items: readonly InboxItem[], at: number): void {
  const client = useQueryClient();
  useEffect(() => {
    for (const next of items.slice(at + 1, at + 1 + prefetched)) {
      void client.prefetchQuery(documentQuery(next.documentId));
      void client.prefetchQuery(approvalQuery(next.documentId));
    }
  }, [items, at, client]);
}
