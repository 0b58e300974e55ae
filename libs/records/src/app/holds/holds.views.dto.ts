import type { HoldGround } from '../../core/hold';

/** 廃棄保留 */
export class HoldView {
  id: string;
  ground: HoldGround;
  groundLabel: string;
  caseNo: string | null;
  reason: string;
  triggeredOn: string;
  decidedOn: string | null;
  /** Last day; null: until it is released. */
  endsOn: string | null;
  placedAt: string;
  placedByName: string;
  /** False: a section head has asked for it; it is in force, and the records office has not answered. */
  isConfirmed: boolean;
  inForce: boolean;
  releasedAt: string | null;
  releaseReason: string | null;
  fileCount: number;
  documentCount: number;
  /** What the reader may do: `change`, `decide`, `widen`, `confirm`, `release`. */
  allowed: string[];
}

export class HoldPage {
  items: HoldView[];
  nextCursor: string | null;
}

export class HoldTargetView {
  fileId: string;
  /** Null: the whole file. */
  documentId: string | null;
  /** 件名 of the document; null for a file, and for readers who may not read it. */
  title: string | null;
  fileTitle: string;
  volume: number;
  fiscalYear: number;
  unitName: string;
}

/** A step of a hold. */
export class HoldStepView {
  at: string;
  /** `placed`, `changed`, `decided`, `widened`, `confirmed`, `released` */
  kind: string;
  byName: string;
  /** Why: of a change, a decision, a release. */
  note: string | null;
  /** Last day since then; null: until it is released, or unchanged. */
  endsOn: string | null;
}

export class HoldDetail extends HoldView {
  /** The first thousand. */
  targets: HoldTargetView[];
  history: HoldStepView[];
}
