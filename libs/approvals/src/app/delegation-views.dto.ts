import { ApiProperty } from '@nestjs/swagger';
import { ESCALATIONS, type Escalation } from '@fubako/documents';
import { RefusedAct } from '@fubako/platform/http';
import type { StepKind } from '../core/route-plan';

export const TABLE_STATES = ['draft', 'proposed', 'scheduled', 'in_force', 'past', 'withdrawn'] as const;
/** 下書き, 決裁中, 予約, 現行, 過去, 取りやめ */
export type TableState = (typeof TABLE_STATES)[number];

/** 専決規程の版 */
export class DelegationTableSummary {
  id: number;
  state: TableState;
  /** 第n版; null for a draft. */
  version: number | null;
  /** 施行日; null for a draft. */
  validFrom: string | null;
  /** As it is quoted: `専決規程 第3版(令和8年4月1日施行)`. */
  words: string;
  note: string | null;
  createdByName: string | null;
  createdAt: string;
  publishedByName: string | null;
  publishedAt: string | null;
  /** Matters under way that keep this version (RULE-104). */
  openCases: number;
  /** The decision on it, where tables are published by decision (RULES-4). */
  documentId: string | null;
  /** 施行日 that was proposed. */
  proposedFrom: string | null;
  /** Why the decision published nothing: another text was decided, or the table no longer fits the organisation. */
  proposalFault: 'differs' | 'has-faults' | null;
}

export class DelegationTableList {
  items: DelegationTableSummary[];
  /** `draft`: a new version may be drafted. */
  allowed: string[];
}

/** One row, as the municipality package writes it. */
export class DelegationRuleView {
  matterType: string;
  matterTypeName: string;
  priority: number;
  when: string;
  minAmount: number | null;
  maxAmount: number | null;
  deciderRank: number;
  deciderPostCode: string | null;
  /** Title of the deciding post on the day of the table; null where only a rank is named. */
  deciderTitle: string | null;
  /** `S12;S22>S21`: `;` at the same time, `>` in turn. */
  concurrence: string;
  /** The same with the names of the sections: `財政課・総務課 → デジタル推進室`. */
  concurrenceNames: string;
  reason: string;
}

export class TableFaultView {
  /** From 1; 0: the table as a whole. */
  row: number;
  /** Column of `delegation_rules.csv`. */
  column: string;
  code: string;
  message: string;
  severity: 'error' | 'warning';
}

export class DelegationTableView extends DelegationTableSummary {
  revision: number;
  rules: DelegationRuleView[];
  faults: TableFaultView[];
  /** What this person may do with it: `edit`, `publish`, `discard`, `withdraw`, `try`. */
  allowed: string[];
  /** The others, and why not now. */
  refused: RefusedAct[];
}

export class NamedCode {
  code: string;
  name: string;
}

export class PostChoice extends NamedCode {
  rank: number;
}

/** What a row may name today. */
export class DelegationChoices {
  matterTypes: NamedCode[];
  posts: PostChoice[];
  units: NamedCode[];
}

export class SayView {
  postCode: string;
  postTitle: string;
  unitName: string;
  kind: StepKind;
}

export class TriedDecision {
  /** 専決区分 */
  label: string;
  decider: SayView;
}

/** A matter whose route would change. */
export class TriedMatter {
  documentId: string;
  title: string;
  matterTypeName: string;
  sectionName: string;
  amount: number | null;
  decided: boolean;
  before: TriedDecision | null;
  after: TriedDecision | null;
  gained: SayView[];
  lost: SayView[];
}

export class SayCount extends SayView {
  count: number;
}

/** 審査 of a matter type. */
export class ReviewView {
  matterType: string;
  name: string;
  @ApiProperty({ enum: ['none', 'before', 'after'] })
  review: 'none' | 'before' | 'after';
}

/** 経路の設定 in force today. */
export class RouteSettingsView {
  @ApiProperty({ enum: ['parallel', 'function_order', 'most_related_first'] })
  concurrenceOrder: 'parallel' | 'function_order' | 'most_related_first';
  /** 専決の留保 that raise a decision by one level (RULE-23). */
  @ApiProperty({ enum: ESCALATIONS, isArray: true })
  escalationGrounds: Escalation[];
  /** 審査: none, where the matter type says, or always after the decision. */
  @ApiProperty({ enum: ['none', 'before', 'after'] })
  reviewTiming: 'none' | 'before' | 'after';
  /** RULE-40 whether an empty post counts as 不在. */
  absenceIncludesVacancy: boolean;
  reviews: ReviewView[];
}

/** 試す: what a changed table, or other settings, would do to matters under way and to those decided last. */
export class RouteTrial {
  /** How many matters were planned anew. */
  open: number;
  decided: number;
  /** Of them, those whose route changes. */
  changed: number;
  deciderChanged: number;
  /** Matters that have a route and would have none. */
  stranded: number;
  gained: SayCount[];
  lost: SayCount[];
  /** Those that the reader may read, the first 500. */
  matters: TriedMatter[];
  /** Changed matters that are not listed, because the reader may not read them or there are too many. */
  unlisted: number;
}

export class CoverageRoute {
  matterType: string;
  matterTypeName: string;
  rule: string;
  unitName: string;
}

/** Days on which nobody may act in a seat of some published route. */
export class CoverageGap {
  from: string;
  until: string;
  /** Open days. */
  days: number;
  /** Null: there is no route at all. */
  seat: SayView | null;
  why: string;
  /** In words. */
  reason: string;
  routeCount: number;
  /** The first ten. */
  routes: CoverageRoute[];
}

/** 経路の点検: every step of every published route has somebody who may act on each open day, but for these. */
export class Coverage {
  from: string;
  until: string;
  days: number;
  /** Routes that were walked on each day. */
  routes: number;
  gaps: CoverageGap[];
}
