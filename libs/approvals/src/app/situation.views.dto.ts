import type { StepKind } from '../core/route-plan';
import { WaitingView } from './reports.views.dto';

/** A figure beside the same figure of an earlier span. */
export class ComparedFigure {
  now: number;
  before: number;
}

/** Median of days; null where nothing was decided. */
export class ComparedDays {
  now: number | null;
  before: number | null;
}

export class SectionLoad {
  sectionCode: string;
  sectionName: string;
  /** 処理中 */
  pending: number;
  /** 期限超過 among them. */
  overdue: number;
}

export class WeekFigures {
  /** Monday of the week. */
  from: string;
  submitted: number;
  decided: number;
}

export class StageFigure {
  kind: StepKind;
  acts: number;
  /** Median of days from opening to the act. */
  medianDays: number;
}

/** 状況 of approvals, for those who keep the records. No figure is about a person. */
export class SituationReport {
  /** When it was reckoned. */
  asOf: string;
  /** 起案 of seven days, today the last of them, and of the seven before. */
  submitted: ComparedFigure;
  /** 決裁 of the same days. */
  decided: ComparedFigure;
  /** 期限超過 now, and how many of these were so seven days ago. */
  overdue: ComparedFigure;
  /** Days from submission to decision: of four weeks, and of the four before. */
  days: ComparedDays;
  sections: SectionLoad[];
  weeks: WeekFigures[];
  stages: StageFigure[];
  stuck: WaitingView[];
}

/** A matter that a figure counts. */
export class ReportedMatterView {
  documentId: string;
  number: string | null;
  /** Null for a title that the reader may not see. */
  title: string | null;
  sectionName: string;
  /** When what is counted happened. */
  at: string;
  dueOn: string | null;
  /** The posts whose turn it is; null when none is open. */
  waitsFor: string | null;
}

export class ReportedMattersPage {
  items: ReportedMatterView[];
  nextCursor: string | null;
}
