import type { Confidentiality } from '@fubako/documents';
import { RefusedAct } from '@fubako/platform/http';
import type { ReplyState } from '../core/replies';
import type { Channel, Ending } from '../core/words';

export class ReceiptSection {
  code: string;
  name: string;
}

/** 収受文書の添付 */
export class ReceiptAttachment {
  id: string;
  /** Position in the order of arrival, from 1. */
  order: number;
  fileName: string;
  label: string | null;
  mediaType: string;
  bytes: number;
  /** SHA-256 of the original, lower-case hex. */
  sha256: string;
  addedAt: string;
  addedByName: string;
  pages: number | null;
  /** Whether a PDF can be shown in the page. */
  rendition: 'ready' | 'pending' | 'unsupported' | 'failed';
  /** What in the original could act by itself: `Macro`, `JavaScript`, `ExternalLink` …; the PDF in the page has none of it. */
  activeContent: string[];
  /** How many pages, from the first on, have a small picture at `thumbnails/{page}` beside the original. */
  thumbnails: number;
  originalUrl: string;
  pdfUrl: string | null;
}

/** Where a receipt stands: 未収受, 未処理, 供覧中, or how it ended. */
export type ReceiptState = 'arrived' | 'open' | 'circulating' | Exclude<Ending, 'rerouted'>;

/** 収受文書 in a list. */
export class ReceiptListItem {
  id: string;
  receiptNumber: string | null;
  kindName: string;
  subject: string;
  sender: string;
  senderNumber: string | null;
  senderDate: string | null;
  channel: Channel;
  section: ReceiptSection;
  state: ReceiptState;
  /** 到達 */
  arrivalAt: string;
  /** The time of arrival has legal effect. */
  arrivalIsExact: boolean;
  /** The arrival was entered on a later day. */
  backDated: boolean;
  /** 収受 */
  receivedAt: string | null;
  /** 受理 */
  acceptedAt: string | null;
  replyDueOn: string | null;
  reply: ReplyState;
  confidentiality: Confidentiality;
  /** 時限秘: last day of the secrecy; null without an end. */
  confidentialUntil: string | null;
  attachmentCount: number;
  /** A reader asked for a draft and none was made. */
  draftAsked: boolean;
  /** Required readers of the running circulation, and how many have read. */
  required: number;
  read: number;
}

export class ReceiptPage {
  items: ReceiptListItem[];
  nextCursor: string | null;
}

export class ReceiptCounts {
  /** Not ended. */
  unfinished: number;
  /** Not received yet. */
  arrived: number;
  circulating: number;
  /** A reader asked for a draft. */
  asked: number;
  dueSoon: number;
  overdue: number;
}

/** How the handling in one section ended. */
export class EndingView {
  no: number;
  kind: Ending;
  section: ReceiptSection;
  toSection: ReceiptSection | null;
  documentId: string | null;
  reason: string | null;
  at: string;
  byName: string;
  byPostTitle: string;
  undoneAt: string | null;
  undoneByName: string | null;
  undoReason: string | null;
}

/** The draft that took a receipt over. */
export class ReceiptDraft {
  documentId: string;
  /** Null when the reader may not see the document. */
  title: string | null;
  state: string;
  draftNumber: string | null;
  dispatchNumber: string | null;
}

/** 収受文書 */
export class ReceiptView extends ReceiptListItem {
  version: number;
  kind: string;
  note: string | null;
  backDatingReason: string | null;
  receivedByName: string | null;
  acceptedByName: string | null;
  repliedAt: string | null;
  registeredAt: string;
  registeredByName: string;
  attachments: ReceiptAttachment[];
  endings: EndingView[];
  draft: ReceiptDraft | null;
  /** What the reader may do now. */
  allowed: string[];
  refused: RefusedAct[];
}

/** A receipt as the draft shows that answers it. */
export class ReceiptReference {
  id: string;
  receiptNumber: string | null;
  /** Null when the reader may not see the receipt itself. */
  subject: string | null;
  sender: string | null;
  arrivalAt: string;
  replyDueOn: string | null;
  readable: boolean;
}

export class ReceiptReferences {
  items: ReceiptReference[];
}

export class ReceiptKindView {
  code: string;
  name: string;
  /** The time of arrival has legal effect. */
  exactTime: boolean;
  /** It has a number series of its own. */
  ownSeries: boolean;
}

/** What a clerk chooses from. */
export class IntakeChoices {
  kinds: ReceiptKindView[];
  channels: Channel[];
  /** Sections in which the reader may register, the own ones first. */
  registrable: ReceiptSection[];
  /** Whether the reader sees what scanners brought. */
  watchesScans: boolean;
  /** All sections, to route to. */
  sections: ReceiptSection[];
}

export class DraftedView {
  documentId: string;
  receipt: ReceiptView;
}
