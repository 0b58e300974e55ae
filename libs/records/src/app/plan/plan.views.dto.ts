export const PLAN_STATES = ['draft', 'scheduled', 'in_force', 'past', 'withdrawn'] as const;
/** 下書き, 予約, 現行, 過去, 取りやめ */
export type PlanState = (typeof PLAN_STATES)[number];

/** ファイル基準表の版 */
export class PlanVersionSummary {
  id: number;
  state: PlanState;
  /** 第n版; null for a draft. */
  version: number | null;
  /** 施行日; null for a draft. */
  validFrom: string | null;
  /** As it is quoted: `ファイル基準表 第2版(令和9年4月1日施行)`. */
  words: string;
  note: string | null;
  reason: string | null;
  createdByName: string;
  createdAt: string;
  publishedByName: string | null;
  publishedAt: string | null;
  withdrawnByName: string | null;
  withdrawnAt: string | null;
  /** Classes that it changes. */
  changes: number;
}

export class PlanVersionList {
  /** Newest first; empty for whoever does not keep the plan. */
  items: PlanVersionSummary[];
  /** `draft`: a new version may be drafted. */
  allowed: string[];
}

export class PlanClassValuesView {
  code: string;
  name: string;
  level: number;
  parentCode: string | null;
  functionCode: string | null;
  retentionClass: string | null;
  disclosureClass: string | null;
  disposition: string | null;
  /** 課別の部分; null: 共通の部分. */
  sectionCode: string | null;
  adjustmentPeriod: boolean;
  personalData: boolean;
  lastYear: number | null;
  statutoryYears: number | null;
  statutoryLaw: string | null;
}

/** A class as the version has it. */
export class PlanClassView extends PlanClassValuesView {
  /** `5年`; null where the class holds no files. */
  retentionLabel: string | null;
  sectionName: string | null;
  /** What the version does to it: `added`, `changed`, `ended`; null: nothing. */
  change: string | null;
  /** As it was before, where the version changes it. */
  before: PlanClassValuesView | null;
}

export class PlanFaultView {
  code: string;
  /** Of the class that is concerned. */
  classCode: string;
  column: string;
  message: string;
  severity: 'error' | 'warning';
}

/** A version with the whole plan as it makes it; without an id, the plan in force. */
export class FilingPlanView {
  id: number | null;
  state: PlanState;
  words: string;
  validFrom: string | null;
  revision: number;
  note: string | null;
  reason: string | null;
  /** `20 分類のうち 3` is told from these. */
  changes: number;
  classes: PlanClassView[];
  faults: PlanFaultView[];
  /** What this person may do with it: `edit`, `publish`, `discard`, `withdraw`, `try`, `draft`. */
  allowed: string[];
}

export class PlanChoice {
  code: string;
  name: string;
}

/** What a class may name. */
export class PlanChoices {
  /** 保存期間の区分, with from when it is counted. */
  retentionClasses: PlanChoice[];
  functions: PlanChoice[];
  sections: PlanChoice[];
}

export class TriedColumn {
  /** `name`, `retentionClass` … */
  column: string;
  before: string;
  after: string;
}

/** A class that the version changes, and what hangs on it today. */
export class TriedClass {
  code: string;
  name: string;
  /** `added`, `changed`, `ended`; `inherited`: only the law of a class above it changes. */
  change: string;
  columns: TriedColumn[];
  /** By what files are kept that are opened from that day on, when it changes; before: null for what is added. */
  retentionBefore: string | null;
  retentionAfter: string | null;
  shorter: boolean;
  files: number;
  openFiles: number;
  documents: number;
  /** Sections that have such a file this year. */
  series: number;
  underWay: number;
  prepared: number;
  /** 事案の種類 that preset it. */
  matterTypes: string[];
}

/** 試す: what a version touches. Files that are there keep what they were opened with. */
export class PlanTrial {
  /** The day it was tried for. */
  day: string;
  added: number;
  changed: number;
  ended: number;
  /** Classes whose files are kept for less long from then on. */
  shorter: number;
  files: number;
  documents: number;
  /** The year whose files are confirmed by the plan as it is; it stands in the way. */
  confirmedYear: number | null;
  classes: TriedClass[];
  faults: PlanFaultView[];
}

/** A line of a list that cannot be read; 0: the list as a whole. */
export class PlanListFault {
  line: number;
  message: string;
}

/** What a list would make of the draft. */
export class PlanListTrial extends PlanTrial {
  /** Of any of these nothing is taken. */
  listFaults: PlanListFault[];
}
