import type { Confidentiality, DisclosureClass, DocumentState, Medium } from '../core/states';
import { DrafterView, FormRef, PersonRef } from './documents.view.dto';

/** 添付 as they were carried on a past day. */
export class PastAttachmentView {
  id: string;
  fileName: string;
  label: string | null;
  bytes: number;
  /** SHA-256 of the original, lower-case hex. */
  sha256: string;
  addedAt: string;
  addedBy: PersonRef;
  addedAfterDecision: boolean;
  additionReason: string | null;
  /** Null when it was taken out since. */
  originalUrl: string | null;
}

export class PastAttributesView {
  classCode: string;
  disclosureClass: DisclosureClass;
  confidentiality: Confidentiality;
  confidentialUntil: string | null;
  urgent: boolean;
  dueOn: string | null;
  medium: Medium;
}

/** What the organisation of the day calls the place of the document; null for what was not there on that day. */
export class PastPlaceView {
  unitName: string | null;
  sectionName: string | null;
  /** Title of the drafter's post. */
  postTitle: string | null;
  /** Who held the drafter's post. */
  holders: string[];
}

/** 文書 at the end of a past day; its content is the revision that was frozen last by then. */
export class PastDocumentView {
  id: string;
  state: DocumentState;
  matterType: string;
  matterTypeName: string;
  form: FormRef;
  /** 件名; null before the first submission. */
  title: string | null;
  /** Null before the first submission, and when the content was erased since. */
  fields: Record<string, unknown> | null;
  /** 消去: the content went with a disposal, by now. */
  contentErased: boolean;
  attributes: PastAttributesView;
  /** As the document named them on that day. */
  drafter: DrafterView;
  place: PastPlaceView;
  draftNumber: string | null;
  dispatchNumber: string | null;
  draftedAt: string;
  submittedAt: string | null;
  decidedAt: string | null;
  executedAt: string | null;
  closedOn: string | null;
  /** 0 before the first submission. */
  revisionNo: number;
  contentDigest: string | null;
  attachments: PastAttachmentView[];
}

/** 閲覧できた人 on a past day, by the ground on which the policy let them. */
export class PastReadersView {
  /** `role` is an overseeing role, named beside it. */
  ground: 'drafter' | 'seat' | 'section' | 'role';
  role: string | null;
  people: PersonRef[];
}
