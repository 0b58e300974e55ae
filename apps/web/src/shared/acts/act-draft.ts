import type { StepKind } from '../api/types';
import { parseDate } from '../wareki/parse';
import type { ActDetails, ActKind, ActPointer, AdditionKind, SaidOutcome } from './act-request';

/** What stands in the dialog of an act. */
export interface ActDraft {
  readonly comment: string;
  readonly outcome: SaidOutcome | null;
  /** 差戻し to this seat; null: to the drafter. */
  readonly targetSeatId: string | null;
  readonly about: ActPointer | null;
  /** 保留 until, as typed. */
  readonly until: string;
  /** 職員番号 */
  readonly to: string | null;
  readonly additionKind: AdditionKind;
  readonly postCode: string | null;
  /** 後閲 by whom it was decided for. */
  readonly postReview: boolean;
  /** 持回り */
  readonly handCarried: boolean;
  /** The day of the explanation in person, as typed. */
  readonly occurredOn: string;
}

export const blankDraft: ActDraft = {
  comment: '',
  outcome: null,
  targetSeatId: null,
  about: null,
  until: '',
  to: null,
  additionKind: 'concurrence',
  postCode: null,
  postReview: true,
  handCarried: false,
  occurredOn: '',
};

/** As the table of acts has it: without words these are refused. */
const explained: readonly ActKind[] = [
  'return',
  'reject',
  'acting_decide',
  'acting_approve',
  'hold',
  'hand_over',
  'add_seat',
  'remove_seat',
  'abandon',
];
const plain: readonly SaidOutcome[] = ['consented', 'acknowledged'];

/** Whether words must go with the act. An opinion that is opened for is one (RULE-31). */
export const needsComment = (kind: ActKind, outcome: SaidOutcome | null): boolean =>
  explained.includes(kind) || (outcome !== null && !plain.includes(outcome));

/** What may be said at a step of this kind, the plainest first. */
export function outcomesOf(kind: ActKind, step: StepKind | null): readonly SaidOutcome[] {
  if (kind === 'post_review') return ['acknowledged', 'opinion'];
  if (kind !== 'approve' && kind !== 'acting_approve') return [];
  if (step === 'concurrence') return ['consented', 'consented_with_opinion', 'objected', 'not_concerned'];
  if (kind === 'acting_approve') return [];
  if (step === 'line') return ['approved_with_opinion'];
  return step === 'review' ? ['reviewed_with_opinion'] : [];
}

export type DraftFault = 'comment' | 'until' | 'to' | 'postCode' | 'occurredOn';
const mostDays = 31;

/** What is still missing, by the input it belongs to; the server asks the same. */
export function draftFaults(kind: ActKind, draft: ActDraft, today: string): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  if (draft.handCarried && draft.occurredOn.trim() !== '' && !occurredOn(draft, today)) faults.push('occurredOn');
  if (kind === 'hold' && !heldUntil(draft.until, today)) faults.push('until');
  if (kind === 'hand_over' && draft.to === null) faults.push('to');
  if (kind === 'add_seat' && draft.postCode === null) faults.push('postCode');
  if (needsComment(kind, draft.outcome) && draft.comment.trim() === '') faults.push('comment');
  return faults;
}

/** The day of 持回り, today or before (RULE-62), or null. */
export function occurredOn({ occurredOn: typed }: Pick<ActDraft, 'occurredOn'>, today: string): string | null {
  const read = parseDate(typed, today);
  return read.ok && read.iso <= today ? read.iso : null;
}

/** The day until which a matter may be held (RULE-54), or null. */
export function heldUntil(typed: string, today: string): string | null {
  const read = parseDate(typed, today);
  if (!read.ok) return null;
  const days = (Date.parse(read.iso) - Date.parse(today)) / 86_400_000;
  return days >= 1 && days <= mostDays ? read.iso : null;
}

export const dayAfter = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

/** What of the dialog goes with this kind of act. */
export function detailsOf(kind: ActKind, draft: ActDraft, today: string): ActDetails {
  const comment = draft.comment.trim();
  return {
    ...(comment === '' ? {} : { comment }),
    ...(draft.outcome === null ? {} : { outcome: draft.outcome }),
    ...(kind === 'return' && draft.targetSeatId !== null ? { targetSeatId: draft.targetSeatId } : {}),
    ...(kind === 'return' && draft.about !== null ? { about: draft.about } : {}),
    ...(kind === 'hold' ? { until: heldUntil(draft.until, today) ?? draft.until } : {}),
    ...(kind === 'hand_over' && draft.to !== null ? { to: draft.to } : {}),
    ...(kind === 'add_seat' && draft.postCode !== null
      ? { addition: { kind: draft.additionKind, postCode: draft.postCode } }
      : {}),
    ...(draft.postReview ? {} : { postReview: false }),
    ...(draft.handCarried ? { handCarried: true, ...carriedOn(draft, today) } : {}),
  };
}

const carriedOn = (draft: ActDraft, today: string) => {
  const day = occurredOn(draft, today);
  return day === null ? {} : { occurredOn: day };
};
