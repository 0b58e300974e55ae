import type { ApprovalEvent } from './approval-event';
import { type CaseState, stepOf } from './case-state';
import { type Refusal, refusal } from './refusal';
import type { Act } from './wanted-act';

/** What a final decision makes of a matter. */
export type Verdict = 'decided' | 'rejected';

/** STAGE-1 An act after which nothing is taken back: the matter is decided or rejected; null for any other act. */
export function verdictOf(events: readonly ApprovalEvent[]): Verdict | null {
  for (const event of events) {
    if (event.type === 'moved' && (event.to === 'decided' || event.to === 'rejected')) return event.to;
  }
  return null;
}

/** STAGE-3 While a decision waits to take effect, people may read; whatever else would change the matter waits too. */
export function stagedObstacle(state: CaseState, { kind, seatId }: Pick<Act, 'kind' | 'seatId'>): Refusal | null {
  const reads = seatId !== null && stepOf(state, seatId)?.kind === 'circulation';
  return reads || kind === 'post_review' ? null : refusal('decision-staged', 'RULE-51');
}

const VERDICTS = {
  decided: { ja: '決裁済み', en: 'Decided' },
  rejected: { ja: '否決済み', en: 'Rejected' },
} as const;

/** `決裁済み(確定待ち 8秒)` */
export function stagedWords(verdict: Verdict, seconds: number, language: 'ja' | 'en'): string {
  const said = VERDICTS[verdict][language];
  return language === 'ja' ? `${said}(確定待ち ${seconds}秒)` : `${said}, takes effect in ${seconds} s`;
}

/** Whole seconds until `dueAt`, never less than 0. */
export function secondsUntil(dueAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((dueAt.getTime() - now.getTime()) / 1_000));
}

const UNDO = {
  decided: { ja: '決裁を取り消す', en: 'Undo the decision' },
  rejected: { ja: '否決を取り消す', en: 'Undo the rejection' },
} as const;

/** What stands on the button that undoes it. */
export function stagedUndoWords(verdict: Verdict, language: 'ja' | 'en'): string {
  return UNDO[verdict][language];
}
