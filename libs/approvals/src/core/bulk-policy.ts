/** Grounds on which the municipality keeps an item out of bulk approval (RULE-64, setting `bulkExcludes`). */
export const BULK_EXCLUSIONS = [
  'changed_since_listed',
  'new_comment',
  'objection',
  'acting',
  'secret',
  'unread_attachment',
  'over_amount',
] as const;
export type BulkExclusion = (typeof BULK_EXCLUSIONS)[number];

export interface BulkPolicy {
  readonly excludes: readonly string[];
  /** Yen; items above it are looked at one by one. Null = no limit. */
  readonly maxAmount: number | null;
}

/** What is asked of one item; all of it is known when the list is read. */
export interface BulkFacts {
  readonly changedSinceListed: boolean;
  /** Opinions of others that the actor has not had open. */
  readonly newComments: number;
  readonly objections: number;
  readonly acting: boolean;
  readonly confidential: boolean;
  readonly unreadAttachments: number;
  readonly amount: number | null;
}

/** BULK-1 The first ground that keeps the item out, or null. Changed content is always a ground: nobody agrees to what they did not see. */
export function bulkExclusion(facts: BulkFacts, policy: BulkPolicy): BulkExclusion | null {
  if (facts.changedSinceListed) return 'changed_since_listed';
  const grounds: [BulkExclusion, boolean][] = [
    ['secret', facts.confidential],
    ['objection', facts.objections > 0],
    ['acting', facts.acting],
    ['unread_attachment', facts.unreadAttachments > 0],
    ['new_comment', facts.newComments > 0],
  ];
  const configured = grounds.find(([ground, applies]) => applies && policy.excludes.includes(ground));
  if (configured) return configured[0];
  return policy.maxAmount !== null && (facts.amount ?? 0) > policy.maxAmount ? 'over_amount' : null;
}
