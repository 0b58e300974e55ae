import type { InboxView } from '../../shared/api/inbox';
import type { ActRequest, Approval, BulkItem, BulkKind, InboxItem } from '../../shared/api/types';

/** A row's name in the list: a document may wait for me on more than one seat. */
export const rowKey = (item: InboxItem): string => `${item.documentId}:${item.seatId ?? ''}`;

/** Only one's own seats can be ticked: a returned draft waits for a pen, and 代決 is judged one by one. */
export const canTick = (item: InboxItem): boolean =>
  item.seatId !== null && item.contentDigest !== null && !item.inStead;

/** What A does to the rows of a view: what was decided in one's stead is read, everything else agreed to. */
export const agreeing = (view: InboxView): Extract<BulkKind, 'approve' | 'post_review'> =>
  view === 'post_review' ? 'post_review' : 'approve';

export function bulkItems(items: readonly InboxItem[]): BulkItem[] {
  return items.flatMap((item) =>
    item.seatId !== null && item.contentDigest !== null
      ? [{ documentId: item.documentId, seatId: item.seatId, version: item.version, contentDigest: item.contentDigest }]
      : [],
  );
}

/** Approve what was shown: the pane's facts when it was read there, otherwise the row's. */
export function approveRequest(
  item: InboxItem,
  shown: Approval | undefined,
  kind: 'approve' | 'post_review',
): ActRequest | null {
  if (item.seatId === null) return null;
  const digest = shown?.contentDigest ?? item.contentDigest;
  return {
    kind,
    seatId: item.seatId,
    expectedVersion: shown?.version ?? item.version,
    ...(digest ? { contentDigest: digest } : {}),
    ...(kind === 'post_review' ? { outcome: 'acknowledged' as const } : {}),
    ...(kind === 'approve' && item.stepKind === 'concurrence' ? { outcome: 'consented' as const } : {}),
  };
}

export type BulkVerb = NonNullable<InboxItem['stepKind']> | 'mixed' | 'return' | 'post_review';

/** The word for what one press does to all of these. */
export function bulkVerb(items: readonly InboxItem[], bulk: BulkKind): BulkVerb {
  if (bulk !== 'approve') return bulk;
  const kinds = new Set(items.map((item) => item.stepKind));
  const [only] = kinds;
  return kinds.size === 1 && only ? only : 'mixed';
}

export const totalAmount = (items: readonly InboxItem[]): number =>
  items.reduce((sum, item) => sum + (item.amount ?? 0), 0);
