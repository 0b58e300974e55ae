import type { Medium } from '@fubako/documents';
import type { StepKind } from '../core/route-plan';

/** Something that waits, with how long. */
export class WaitingView {
  documentId: string;
  number: string | null;
  /** Null for a title that the reader may not see. */
  title: string | null;
  sectionName: string;
  /** Section and title of the post. */
  postTitle: string;
  since: string;
  /** Open days since then. */
  openDays: number;
}

/** 要対応: an open seat that nobody holds. */
export class VacantSeatView extends WaitingView {
  seatId: string;
  kind: StepKind;
}

export class VacantSeatsReport {
  items: VacantSeatView[];
}

/** 後閲未了 */
export class UnreadReviewView extends WaitingView {
  /** Who is to read. */
  by: string | null;
  cause: 'acting' | 'pull_up' | 'absence';
}

export class UnreadReviewsReport {
  items: UnreadReviewView[];
}

export class PullUpFigure {
  /** `2026-06` */
  month: string;
  staffNo: string;
  name: string;
  count: number;
}

/** 引上げ by month and person. */
export class PullUpsReport {
  items: PullUpFigure[];
}

export class UrgencyFigure {
  /** `2026-06` */
  month: string;
  sectionCode: string;
  sectionName: string;
  /** Matters marked 至急 among those submitted. */
  urgent: number;
  submitted: number;
}

/** 至急 by month and section. */
export class UrgencyReport {
  items: UrgencyFigure[];
}

export class MediumFigure {
  /** `2026-06` */
  month: string;
  medium: Medium;
  /** 紙とする理由; null for what is electronic. */
  reason: string | null;
  count: number;
}

/** 媒体 by month and reason. */
export class MediaReport {
  items: MediumFigure[];
}
