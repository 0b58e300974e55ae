import { RefusedAct } from '@fubako/platform/http';
import type { Confidentiality, DisclosureClass, DocumentState, Escalation, Medium } from '../core/states';

export class PersonRef {
  /** 職員番号 */
  staffNo: string;
  name: string;
}

export class DrafterView extends PersonRef {
  postTitle: string;
  unitCode: string;
  unitName: string;
  sectionCode: string;
  sectionName: string;
}

export class FormRef {
  name: string;
  version: number;
}

export class AttributesView {
  classCode: string;
  disclosureClass: DisclosureClass;
  disclosureReason: string | null;
  confidentiality: Confidentiality;
  /** 時限秘: last day of the secrecy; null without an end. */
  confidentialUntil: string | null;
  urgent: boolean;
  urgencyReason: string | null;
  dueOn: string | null;
  escalations: Escalation[];
  /** 媒体 (RULE-11) */
  medium: Medium;
  paperReason: string | null;
  paperNote: string | null;
  /** 紙の添付, by name. */
  paperAttachments: string[];
}

/** 紙とする理由, as the municipality words them. */
export class PaperReasons {
  items: string[];
}

/** 添付 */
export class AttachmentView {
  id: string;
  /** Position in the drafter's order, from 1. */
  order: number;
  fileName: string;
  label: string | null;
  mediaType: string;
  bytes: number;
  /** SHA-256 of the original, lower-case hex. */
  sha256: string;
  addedAt: string;
  addedBy: PersonRef;
  pages: number | null;
  /** 決裁後に追加: outside the sealed content (RULE-61). */
  addedAfterDecision: boolean;
  /** Why it was added after the decision; null for what was decided on. */
  additionReason: string | null;
  /** Whether a PDF can be shown in the page. */
  rendition: 'ready' | 'pending' | 'unsupported' | 'failed';
  /** Whether its text can be found by search. */
  text: 'ready' | 'pending' | 'none' | 'failed';
  /** What in the original could act by itself: `Macro`, `JavaScript`, `ExternalLink` …; the PDF in the page has none of it. */
  activeContent: string[];
  /** How many pages, from the first on, have a small picture at `thumbnails/{page}` beside the original. */
  thumbnails: number;
  originalUrl: string;
  pdfUrl: string | null;
}

export class AttachmentsView {
  items: AttachmentView[];
}

/** 再起案: a document at the other end of the link. */
export class DocumentRelative {
  id: string;
  title: string;
  number: string | null;
  state: DocumentState;
  /** `origin`: this one was drafted from it; `follower`: it was drafted from this one. */
  relation: 'origin' | 'follower';
}

/** 文書 */
export class DocumentView {
  id: string;
  /** Goes into `If-Match` of the next change. */
  version: number;
  state: DocumentState;
  matterType: string;
  matterTypeName: string;
  form: FormRef;
  /** 件名 */
  title: string;
  fields: Record<string, unknown>;
  attributes: AttributesView;
  drafter: DrafterView;
  /** 起案番号, from the first submission on. */
  draftNumber: string | null;
  /** 施行番号, from the decision on. */
  dispatchNumber: string | null;
  draftedAt: string;
  updatedAt: string;
  submittedAt: string | null;
  decidedAt: string | null;
  /** 施行の日時: when the last of it had gone out. */
  executedAt: string | null;
  /** 0 before the first submission. */
  revisionNo: number;
  /** SHA-256 of the frozen content, hex. */
  contentDigest: string | null;
  className: string;
  retentionLabel: string;
  attachments: AttachmentView[];
  /** 再起案 from and to, as far as the reader may read them. */
  relatives: DocumentRelative[];
  /** What the reader may do now: `edit`, `attach`, `submit`, `redraft`; `add_file` after the decision; `take_over` where the drafter has left the section. */
  allowed: string[];
  /** What the reader's place suggests, and why it is not possible now. */
  refused: RefusedAct[];
}

export class DocumentListItem {
  id: string;
  title: string;
  state: DocumentState;
  /** Code of the 事案種別 */
  matterType: string;
  matterTypeName: string;
  /** 分類 */
  classCode: string;
  drafterName: string;
  sectionName: string;
  /** Yen. */
  amount: number | null;
  draftNumber: string | null;
  dispatchNumber: string | null;
  urgent: boolean;
  /** 媒体 (RULE-11) */
  medium: Medium;
  updatedAt: string;
  submittedAt: string | null;
  decidedAt: string | null;
  attachmentCount: number;
  /** When its drafter left the section while it was a draft (RULE-102). */
  leftAt: string | null;
  /** What the reader may do from the list: `take_over`. */
  allowed: string[];
}

export class DocumentPage {
  items: DocumentListItem[];
  nextCursor: string | null;
}

export class RevisionSummary {
  no: number;
  createdAt: string;
  createdBy: PersonRef;
  contentDigest: string;
  title: string;
  /** The drafter's answer to a return. */
  note: string | null;
}

export class RevisionsView {
  items: RevisionSummary[];
}

export class TextPartView {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export class CellChangeView {
  /** Heading of the column. */
  column: string;
  before: string | null;
  after: string | null;
}

/** A row of a table field that came, went or was rewritten; counted from 1. */
export class RowChangeView {
  change: 'added' | 'removed' | 'changed';
  before: number | null;
  after: number | null;
  cells: CellChangeView[];
}

export class FieldChangeView {
  name: string;
  label: string;
  before: string | null;
  after: string | null;
  /** 要旨: sections that concurred must be asked again (RULE-33). */
  substance: boolean;
  parts: TextPartView[];
  /** Of a table, the rows that differ, instead of `parts`. */
  rows: RowChangeView[];
}

export class AttachmentChangeView {
  change: 'added' | 'removed' | 'reordered';
  fileName: string;
}

export class RevisionChanges {
  from: number;
  to: number;
  note: string | null;
  fields: FieldChangeView[];
  attachments: AttachmentChangeView[];
}

export class FormDefinition {
  name: string;
  version: number;
  /** JSON Schema 2020-12 with `x-ui` hints. */
  schema: Record<string, unknown>;
}

/** 事案の種類 */
export class MatterTypeView {
  code: string;
  name: string;
  description: string;
  execution: 'none' | 'dispatch' | 'directive' | 'contract';
  substanceFields: string[];
}

export class MatterTypeWithForm extends MatterTypeView {
  form: FormDefinition;
}

export class MatterTypesView {
  items: MatterTypeView[];
}
