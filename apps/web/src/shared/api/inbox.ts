import {
  infiniteQueryOptions,
  replaceEqualDeep,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import type { InboxItem, InboxPage } from './types';

export const inboxViews = [
  'all',
  'decision',
  'approval',
  'concurrence',
  'review',
  'reading',
  'overdue',
  'held',
  'returned',
  'acting',
  'post_review',
] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxSorts = ['default', 'due', 'arrived', 'amount'] as const;

/** A view, what narrows it down, and its order. */
export interface InboxConditions {
  view: InboxView;
  q?: string;
  matterType?: string;
  urgent?: boolean;
  amountFrom?: number;
  section?: string;
  /** ISO days of arrival, both included. */
  from?: string;
  until?: string;
  /** 代決候補 among them. */
  acting?: boolean;
  sort?: (typeof inboxSorts)[number];
}

const pageSize = 100;

type Pages = InfiniteData<InboxPage, string | undefined>;
const nameOf = ({ documentId, seatId }: InboxItem): string => `${documentId}:${seatId ?? ''}`;

const places = (data: Pages | undefined) => String(data?.pages.map(({ items }) => items.map(nameOf)));

/** What is the same stays the same, rows by name and not by place: when one leaves, those below it are not drawn anew. */
export function sharedRows(before: Pages | undefined, now: Pages): Pages {
  if (places(before) === places(now)) return replaceEqualDeep(before, now);
  const known = new Map(before?.pages.flatMap(({ items }) => items.map((item) => [nameOf(item), item] as const)));
  const share = (item: InboxItem) => replaceEqualDeep(known.get(nameOf(item)), item);
  return { ...now, pages: now.pages.map((page) => ({ ...page, items: page.items.map(share) })) };
}

export const inboxQuery = (conditions: InboxConditions) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.inbox, conditions],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/inbox', { params: { query: { ...conditions, cursor: pageParam, limit: pageSize } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 15_000,
    structuralSharing: (before, now) => sharedRows(before as Pages | undefined, now as Pages),
    // News come by the stream; a list must not jump when the window is looked at again.
    refetchOnWindowFocus: false,
  });

/** Sections by which the inbox can be narrowed down. */
export const useInboxSections = () =>
  useQuery({
    queryKey: [...queryKeys.inboxCounts, 'sections'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/inbox/sections'))).items,
    staleTime: 60_000,
  });

export const useInbox = (conditions: InboxConditions) => useInfiniteQuery(inboxQuery(conditions));

/** What is due next of all that waits. */
export const useNextDue = () =>
  useQuery({
    queryKey: [...queryKeys.inboxCounts, 'next-due'],
    queryFn: async () => {
      const { items } = await unwrap(api.GET('/api/v1/inbox', { params: { query: { sort: 'due', limit: 1 } } }));
      return items.find(({ dueOn }) => dueOn !== null) ?? null;
    },
  });

export const useInboxCounts = (enabled = true) =>
  useQuery({
    queryKey: queryKeys.inboxCounts,
    queryFn: () => unwrap(api.GET('/api/v1/inbox/counts')),
    enabled,
    refetchInterval: 60_000,
  });

/** Rows that left because of the reader: they are not settled elsewhere, and come back when that is undone. */
const settledHere = new Set<string>();
export const settledByMe: ReadonlySet<string> = settledHere;
export const noteSettled = (keys: Iterable<string>): void => {
  for (const key of keys) settledHere.add(key);
};

/** Rows in their former order, without those that have left since; a list that was read anew meanwhile stays as it is. */
function mended(now: InboxItem[], before: readonly InboxItem[], back: (item: InboxItem) => boolean): InboxItem[] {
  const names = new Set(before.map(nameOf));
  if (!now.every((item) => names.has(nameOf(item)))) return now;
  return before.flatMap((item) => now.find((one) => nameOf(one) === nameOf(item)) ?? (back(item) ? [item] : []));
}

/** Changes the cached lists at once, before the server has answered. */
export function useInboxCache() {
  const client = useQueryClient();
  const change = (update: (item: InboxItem) => InboxItem | null) =>
    client.setQueriesData<Pages>({ queryKey: queryKeys.inbox }, (data) => {
      if (!data) return data;
      const pages = data.pages.map((page) => ({
        ...page,
        items: page.items.map(update).filter((item) => item !== null),
      }));
      return { ...data, pages };
    });
  return {
    /** Takes rows out of every list; @returns how to put them back where they stood. */
    remove: (gone: (item: InboxItem) => boolean): (() => void) => {
      void client.cancelQueries({ queryKey: queryKeys.inbox });
      const before = client.getQueriesData<Pages>({ queryKey: queryKeys.inbox });
      change((item) => {
        if (!gone(item)) return item;
        settledHere.add(nameOf(item));
        return null;
      });
      return () => {
        for (const [key, then] of before)
          client.setQueryData<Pages>(key, (data) => {
            const pages = data?.pages.map((page, at) => ({
              ...page,
              items: mended(page.items, then?.pages[at]?.items ?? [], gone),
            }));
            return data && pages && { ...data, pages };
          });
      };
    },
    markRead: (documentId: string) =>
      change((item) => (item.documentId === documentId && item.unread ? { ...item, unread: false } : item)),
    refresh: () => {
      void client.invalidateQueries({ queryKey: queryKeys.inbox });
      void client.invalidateQueries({ queryKey: queryKeys.inboxCounts });
    },
  };
}
