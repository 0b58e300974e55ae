import type { LocalDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import type { DelegationRule } from '../core/route-facts';

/** A rule as a set keeps it. */
export interface SetRule extends DelegationRule {
  readonly matterType: string;
}

export const RULE_SET_STATES = ['draft', 'published', 'withdrawn'] as const;
/** 下書き, 公布, 取りやめ */
export type RuleSetState = (typeof RULE_SET_STATES)[number];

/** 専決規程の版 */
export interface RuleSetRow {
  readonly id: number;
  readonly state: RuleSetState;
  /** 第n版; null for a draft. */
  readonly version: number | null;
  readonly validFrom: LocalDate | null;
  readonly basedOn: number | null;
  readonly revision: number;
  readonly note: string | null;
  readonly sha256: string | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly createdByName: string | null;
  readonly publishedAt: Date | null;
  readonly publishedByName: string | null;
  /** The decision on it, when there is or was one (RULES-4). */
  readonly documentId: string | null;
  readonly proposedFrom: LocalDate | null;
  /** Why a decision published nothing. */
  readonly proposalFault: 'differs' | 'has-faults' | null;
  /** Whether the decision is still on its way: the draft stays as it is. */
  readonly underDecision: boolean;
}

export const RULE_COLUMNS = sql`priority, condition as "when", min_amount as "minAmount", max_amount as "maxAmount",
  decider_rank as "deciderRank", decider_post_code as "deciderPostCode", concurrence, reason`;

export const RULE_SET_COLUMNS = sql`s.id, s.state, s.version, s.valid_from as "validFrom", s.based_on as "basedOn", s.revision, s.note,
  s.sha256, s.created_at as "createdAt", s.created_by as "createdBy", s.created_by_name as "createdByName",
  s.published_at as "publishedAt", s.published_by_name as "publishedByName",
  s.document_id as "documentId", s.proposed_from as "proposedFrom", s.proposal_fault as "proposalFault",
  exists (select from documents.document d where d.id = s.document_id and d.state in ('drafting', 'circulating', 'returned', 'pulled_back')) as "underDecision"`;
