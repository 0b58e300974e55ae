import { type LocalDate, daysBetween } from '@fubako/kernel';

export type ReplyState = 'none' | 'due' | 'due_soon' | 'overdue' | 'replied' | 'moot';

/** A reply whose day is this near stands among those to hurry with. */
export const SOON_DAYS = 7;

export interface ReplyFacts {
  readonly replyDueOn: LocalDate | null;
  readonly repliedAt: Date | null;
  /** Ended without a reply: read only, not needed, sent back. */
  readonly endedWithout: boolean;
}

/** REP-1 Until the reply is decided its day counts; the day itself is not yet overdue. */
export function replyState({ replyDueOn, repliedAt, endedWithout }: ReplyFacts, today: LocalDate): ReplyState {
  if (replyDueOn === null) return 'none';
  if (repliedAt !== null) return 'replied';
  if (endedWithout) return 'moot';
  const left = daysBetween(today, replyDueOn);
  if (left < 0) return 'overdue';
  return left <= SOON_DAYS ? 'due_soon' : 'due';
}
