import type { Outcome, SeatState } from '../core/case-state';
import type { SeatReason, SkipReason, StepKind } from '../core/route-plan';

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
}

export interface SeatRow {
  readonly id: string;
  readonly document_id: string;
  readonly round: number;
  readonly step_no: number;
  readonly step_kind: StepKind;
  readonly seat_no: number;
  readonly post_code: string;
  readonly post_title: string;
  readonly rank: number;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly planned_holder: string | null;
  readonly planned_name: string | null;
  readonly planned_kind: 'main' | 'concurrent' | 'acting_holder' | null;
  readonly reason: SeatReason;
  readonly skip: SkipReason | null;
  readonly state: SeatState;
  readonly principal: string | null;
  readonly principal_name: string | null;
  readonly principal_kind: 'main' | 'concurrent' | 'acting_holder' | null;
  readonly opened_at: Date | null;
  readonly act_id: string | null;
  readonly carried: boolean;
  /** Outcome of the act that closed it. */
  readonly outcome: Outcome | null;
}

export interface ActRow {
  readonly id: string;
  readonly document_id: string;
  readonly round: number;
  readonly revision_no: number;
  readonly seat_id: string | null;
  readonly kind: string;
  readonly outcome: Outcome | null;
  readonly actor: string;
  readonly actor_name: string;
  readonly post_title: string;
  readonly unit_name: string;
  readonly comment: string | null;
  readonly content_digest: Buffer;
  readonly bulk_key: string | null;
  readonly acted_at: Date;
}
