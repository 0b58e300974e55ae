import type { Actor } from '@fubako/platform/authz';
import type { Outcome, SeatState } from '../core/case-state';
import type { SeatOrigin, SeatReason, SkipReason, StepKind } from '../core/route-plan';
import type { Verdict } from '../core/staging';
import type { Away, Capacity } from '../core/standing';
import type { Act } from '../core/wanted-act';

/** What the drafter asked for beyond the rules, as it was submitted. */
export interface RequestedSeats {
  readonly additions?: readonly {
    readonly kind: 'concurrence' | 'confirmation' | 'circulation';
    readonly postCode: string;
  }[];
  /** Reason by unit code. */
  readonly removals?: Readonly<Record<string, string>>;
  readonly passOver?: readonly string[];
}

export interface CaseRow {
  readonly document_id: string;
  readonly version: number;
  readonly round: number;
  readonly revision_no: number;
  readonly content_digest: Buffer;
  readonly rule_set_id: number;
  /** 設定 under which it was submitted (RULE-104). */
  readonly settings_version: number;
  readonly decision_label: string;
  readonly decision_rank: number;
  readonly drafter_staff_no: string;
  readonly submitted_at: Date;
  readonly requested: RequestedSeats;
  /** 確定待ち: the decision that waits to take effect, if any. */
  readonly staged?: StagedDecision | null;
}

export interface SeatRow {
  readonly id: string;
  readonly document_id: string;
  readonly round: number;
  readonly step_no: number;
  readonly step_kind: StepKind;
  readonly position: number;
  readonly need: number | null;
  readonly seat_no: number;
  readonly post_code: string;
  readonly post_title: string;
  readonly rank: number;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly planned_holder: string | null;
  readonly planned_name: string | null;
  readonly planned_kind: Capacity | null;
  readonly reason: SeatReason;
  readonly skip: SkipReason | null;
  readonly state: SeatState;
  readonly principal: string | null;
  readonly principal_name: string | null;
  readonly principal_kind: Capacity | null;
  readonly opened_at: Date | null;
  readonly act_id: string | null;
  readonly carried: boolean;
  readonly branch: number;
  readonly turn: number;
  readonly origin: SeatOrigin;
  readonly attempt: number;
  readonly held_until: string | null;
  readonly handed_to: string | null;
  readonly pass_over: boolean;
  readonly passed_by: string | null;
  readonly due_on: string | null;
  readonly away: Away | null;
  readonly away_until: Date | null;
  readonly stand_in: string | null;
  readonly stand_in_name: string | null;
  /** Of the act that closed it: outcome, who, when. */
  readonly outcome: Outcome | null;
  readonly acted_by: string | null;
  readonly acted_at: Date | null;
}

export const ACT_CAPACITIES = [
  'main',
  'concurrent',
  'acting_holder',
  'statutory_deputy',
  'handed',
  'acting',
  'proxy',
  'drafter',
  'records_office',
] as const;
export type ActCapacity = (typeof ACT_CAPACITIES)[number];

/** What else an act said. */
export interface ActDetail {
  /** 差戻し: the field or the page that it is about. */
  readonly about?: { readonly field?: string; readonly attachmentId?: string; readonly page?: number };
  readonly targetSeatId?: string;
  readonly targetTitle?: string;
  readonly until?: string;
  readonly to?: string;
  readonly toName?: string;
  /** Names of those passed over by a pull-up. */
  readonly passed?: readonly string[];
  readonly added?: string;
  readonly revisionNo?: number;
  readonly substance?: boolean;
  readonly review?: 'acknowledged' | 'opinion';
  /** 事前の指示 on which a 代決 relies. */
  readonly instruction?: string;
  /** 持回り: explained in person when it was acted upon (RULE-66). */
  readonly handCarried?: boolean;
  /** 実施日: when it happened in fact, beside the time it was recorded (RULE-62). */
  readonly occurredOn?: string;
  /** 後閲 was spared by the acting person (RULE-44). */
  readonly reviewWaived?: boolean;
  /** When the decision was staged, ISO; it took effect after the grace time. */
  readonly stagedAt?: string;
}

/** What the actor says of an act that the rules do not look at. */
export type SaidBeside = Pick<ActDetail, 'about' | 'handCarried' | 'occurredOn'>;

export interface ActRow {
  readonly id: string;
  readonly document_id: string;
  readonly round: number;
  readonly revision_no: number;
  readonly seat_id: string | null;
  readonly attempt: number;
  readonly closes: boolean;
  readonly kind: string;
  readonly outcome: Outcome | null;
  readonly actor: string;
  readonly actor_name: string;
  readonly post_title: string;
  readonly unit_name: string;
  readonly capacity: ActCapacity;
  readonly for_staff_no: string | null;
  readonly for_name: string | null;
  readonly for_post_title: string | null;
  readonly detail: ActDetail | null;
  readonly comment: string | null;
  readonly content_digest: Buffer;
  readonly bulk_key: string | null;
  readonly acted_at: Date;
}

/** 確定待ち: a final decision within its grace time, as it was asked. */
export interface StagedDecision {
  readonly id: string;
  readonly document_id: string;
  readonly seat_id: string;
  readonly attempt: number;
  readonly act: Act & SaidBeside;
  readonly author: Actor;
  readonly bulk_key: string | null;
  readonly verdict: Verdict;
  readonly staged_at: Date;
  readonly due_at: Date;
}

export interface PostReviewRow {
  readonly seat_id: string;
  readonly attempt: number;
  readonly document_id: string;
  readonly round: number;
  readonly cause: 'acting' | 'pull_up' | 'absence';
  readonly principal: string | null;
  readonly principal_name: string | null;
  readonly opened_at: Date;
  readonly outcome: 'acknowledged' | 'opinion' | null;
  readonly act_id: string | null;
  readonly done_at: Date | null;
}

export interface PriorInstructionRow {
  readonly id: string;
  readonly document_id: string;
  readonly post_code: string;
  readonly post_title: string;
  readonly given_by: string;
  readonly given_by_name: string;
  readonly given_on: string;
  readonly text: string;
  readonly recorded_by: string;
  readonly recorded_name: string;
  readonly recorded_at: Date;
}
