import type { ActRequest, Approval, BulkItem, InboxItem } from '../../shared/api/types';

/** A row's name in the list: a document may wait for me on more than one seat. */
export const rowKey = (item: InboxItem): string => `${item.documentId}:${item.seatId ?? ''}`;

/** Only open seats can be ticked: a returned draft waits for its drafter's pen, not for a stamp. */
export const canTick = (item: InboxItem): boolean => item.seatId !== null && item.contentDigest !== null;

export function bulkItems(items: readonly InboxItem[]): BulkItem[] {
  return items.flatMap((item) =>
    item.seatId !== null && item.contentDigest !== null
      ? [{ documentId: item.documentId, seatId: item.seatId, version: item.version, contentDigest: item.contentDigest }]
      : [],
  );
}

/** Approve what was shown: the pane's facts when it was read there, otherwise the row's. */
export function approveRequest(item: InboxItem, shown: Approval | undefined): ActRequest | null {
  if (item.seatId === null) return null;
  const digest = shown?.contentDigest ?? item.contentDigest;
  return {
    kind: 'approve',
    seatId: item.seatId,
    expectedVersion: shown?.version ?? item.version,
    ...(digest ? { contentDigest: digest } : {}),
    ...(item.stepKind === 'concurrence' ? { outcome: 'consented' as const } : {}),
  };
}

export type BulkVerb = 'decision' | 'line' | 'concurrence' | 'confirmation' | 'mixed';

/** The word for what one press does to all of these. */
export function bulkVerb(items: readonly InboxItem[]): BulkVerb {
  const kinds = new Set(items.map((item) => item.stepKind));
  const [only] = kinds;
  const named = only === 'decision' || only === 'line' || only === 'concurrence' || only === 'confirmation';
  return kinds.size === 1 && named ? only : 'mixed';
}

export const totalAmount = (items: readonly InboxItem[]): number =>
  items.reduce((sum, item) => sum + (item.amount ?? 0), 0);
