export class YearProblemView {
  /** `function-unassigned`, `section-unmapped` */
  code: string;
  /** In the reader's language, with what to do about it. */
  text: string;
}

export class YearSectionView {
  code: string;
  name: string;
  /** Files opened anew. */
  opens: number;
  /** 継続簿冊 that go on. */
  carries: number;
  /** Left out. */
  skips: number;
  /** What the reader may do: `choose`. */
  allowed: string[];
}

export class YearClosingView {
  /** The last day on which they take documents. */
  closedOn: string;
  files: number;
}

export class YearCounterView {
  seriesCode: string;
  kind: string;
  /** 記号; empty for a series of the whole municipality. */
  symbol: string;
  /** The last number of the year that ends. */
  before: number | null;
  startAt: number;
}

export class YearProgressView {
  lines: number;
  done: number;
  filesToClose: number;
  countersClosed: boolean;
}

/** 年度切替: what the turn of the year makes, closes and carries. */
export class YearPlanView {
  fiscalYear: number;
  /** The first day of the year, on which it is carried out at 00:00. */
  firstDay: string;
  /** `draft`: reckoned anew at every look; `confirmed`: waits for its day; `running`; `done`. */
  state: 'draft' | 'confirmed' | 'running' | 'done';
  confirmedAt: string | null;
  confirmedByName: string | null;
  /** Of the lines as shown; goes back with the confirmation. */
  digest: string;
  sections: YearSectionView[];
  closings: YearClosingView[];
  counters: YearCounterView[];
  problems: YearProblemView[];
  progress: YearProgressView;
  /** What the reader may do: `confirm`, `withdraw`. */
  allowed: string[];
}

export class YearLineView {
  /** `open`, `carry`, `skip` */
  action: 'open' | 'carry' | 'skip';
  classCode: string;
  className: string;
  title: string;
  personalData: boolean;
  secret: boolean;
  /** The id that the file will have; null before the plan is confirmed, and for what is left out. */
  fileId: string | null;
  done: boolean;
}

export class YearLinesView {
  sectionCode: string;
  items: YearLineView[];
  /** What the reader may do with the lines: `choose`. */
  allowed: string[];
}
