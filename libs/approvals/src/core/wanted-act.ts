import type { ActKind } from './act-table';
import type { Outcome, Seat } from './case-state';
import type { StepKind } from './route-plan';

/** 行為: what a person asks to do. `contentDigest` and `expectedVersion` say what the person had before their eyes (RULE-60). */
export interface Act {
  readonly kind: ActKind;
  readonly actor: string;
  readonly seatId: string | null;
  readonly outcome: Outcome | 'acknowledged' | 'opinion' | null;
  readonly comment: string | null;
  readonly contentDigest: string | null;
  readonly expectedVersion: number | null;
  /** 差戻し to this acted seat instead of the drafter (RULE-50). */
  readonly targetSeatId?: string | null;
  /** 保留 until this day. */
  readonly until?: string | null;
  /** 職員番号 to whom the task is handed over. */
  readonly to?: string | null;
  readonly addition?: Addition | null;
  /** 代決: whether the decider is to read it afterwards, where the municipality leaves that to the acting person (RULE-44). */
  readonly postReview?: boolean | null;
  /** The revision that an edit on the way has made. */
  readonly revision?: { readonly digest: string; readonly substance: boolean } | null;
}

/** 合議, 確認 or 供覧 added on the way. */
export interface Addition {
  readonly kind: Extract<StepKind, 'concurrence' | 'confirmation' | 'circulation'>;
  readonly seat: Seat;
}
