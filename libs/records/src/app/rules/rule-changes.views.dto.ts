/** 保存期間の決まりの変更, and how far the files are that follow it */
export class RuleChangeView {
  id: string;
  /** `terms`: a retention class says something else; `class`: a class of the plan is kept by another retention class. */
  kind: string;
  code: string;
  /** What it said and says: the name of the retention class. */
  before: string;
  after: string;
  retroactive: boolean;
  shorten: boolean;
  reason: string;
  askedAt: string;
  askedByName: string;
  /** `running`, `stopped`, `finished` */
  state: string;
  /** Files that were there; of them those that follow by now, and those that stay under what held before. */
  total: number;
  followed: number;
  stayed: number;
  /** What the reader may do: `stop`, `resume`. */
  allowed: string[];
}

export class RuleChangesView {
  items: RuleChangeView[];
}

export class RuleChangeFileView {
  fileId: string;
  title: string;
  unitName: string;
  /** `followed`, `stayed`; null: not yet. */
  outcome: string | null;
  /** Why it stayed: `not-retroactive`, `held`, `in-disposal`, `no-shorter`, `otherwise`, `gone`. */
  code: string | null;
  fromOn: string | null;
  toOn: string | null;
}

export class RuleChangeFilesView {
  items: RuleChangeFileView[];
}
