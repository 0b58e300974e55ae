import type { ArrivalState } from '../core/scan-inlet';

/** What kept a file out, and what to do. */
export class ArrivalReasonView {
  title: string;
  detail: string;
}

export class ScannedReceiptView {
  receiptId: string;
  subject: string;
  receiptNumber: string | null;
}

/** 取込記録: one file that lay in an inlet. */
export class ScanArrivalView {
  id: string;
  inletName: string;
  sectionCode: string;
  fileName: string;
  bytes: number;
  state: ArrivalState;
  /** Null for what was taken in. */
  reason: ArrivalReasonView | null;
  /** What it became; of what came again, what it had become before. Only those that the reader may read. */
  receipts: ScannedReceiptView[];
  /** When the scanner laid it down. */
  arrivedAt: string;
  notedAt: string;
}

export class ScanArrivalPage {
  /** Whether this town takes files from scanners at all. */
  watched: boolean;
  items: ScanArrivalView[];
  nextCursor: string | null;
}
