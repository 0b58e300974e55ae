import { ReceiptSection, type ReceiptState } from './receipts.view.dto';

/** オンライン申請 and where its handling stands. */
export class OnlineApplicationView {
  portal: string;
  /** 受付番号 */
  applicationNumber: string;
  receiptId: string;
  /** 収受番号, once its section has received it. */
  receiptNumber: string | null;
  /** The section that has it now. */
  section: ReceiptSection;
  state: ReceiptState;
  /** 到達 at the portal */
  arrivalAt: string;
  /** 収受 */
  receivedAt: string | null;
  /** 受理 */
  acceptedAt: string | null;
  /** The reply was decided. */
  repliedAt: string | null;
  changedAt: string;
}

export class OnlineApplicationPage {
  items: OnlineApplicationView[];
  /** Goes on where this page ends, also with what changes later; null: nothing more for now. */
  nextCursor: string | null;
}
