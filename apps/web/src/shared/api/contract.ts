/** Hand copy of the HTTP contract: stands in until the OpenAPI document of the API is committed. */

export interface SignInPage {
  municipality: { code: string; name: string; nameEn: string };
  demo: boolean;
  demoLogins: { login: string; password: string; name: string; title: string; unitName: string; role: string }[];
} // demoLogins empty outside the sample town

export interface Me {
  staffNo: string;
  name: string;
  kana: string;
  login: string;
  posts: {
    code: string;
    title: string;
    unitCode: string;
    unitName: string;
    kind: 'main' | 'concurrent' | 'acting_holder';
  }[];
  roles: { role: string; unitCode: string | null }[];
  municipality: { code: string; name: string; nameEn: string };
  today: string; // business date, JST, of the server clock
  allowed: string[]; // 'draft' | 'approve' | 'search' | 'records'  -> which screens to show
}

export interface MatterType {
  code: string;
  name: string;
  description: string;
  execution: 'none' | 'dispatch' | 'directive' | 'contract';
  substanceFields: string[];
}

export interface FormDefinition {
  name: string;
  version: number;
  schema: unknown; /* JSON Schema 2020-12 with x-ui: {order, widget: 'yen'|'textarea'|'wareki-date'|..., help} */
}

export type DocumentState =
  | 'drafting'
  | 'circulating'
  | 'returned'
  | 'pulled_back'
  | 'decided'
  | 'rejected'
  | 'withdrawn'
  | 'abandoned'
  | 'closed';

export type Confidentiality = 'none' | 'secret' | 'top_secret' | 'personnel';

export type DisclosureClass = 'open' | 'partial' | 'closed';

export interface DocumentAttributes {
  classCode: string;
  disclosureClass: DisclosureClass;
  disclosureReason: string | null;
  confidentiality: Confidentiality;
  urgent: boolean;
  urgencyReason: string | null;
  dueOn: string | null;
  /** RULE-23 upward escalation raised by the drafter */
  escalations: ('special_instruction' | 'important' | 'unusual' | 'new' | 'precedent' | 'disputed' | 'legal_doubt')[];
}

export interface PersonRef {
  staffNo: string;
  name: string;
}

export interface Document {
  id: string;
  version: number;
  state: DocumentState;
  matterType: string;
  matterTypeName: string;
  form: { name: string; version: number };
  title: string;
  fields: Record<string, unknown>;
  attributes: DocumentAttributes;
  drafter: PersonRef & {
    postTitle: string;
    unitCode: string;
    unitName: string;
    sectionCode: string;
    sectionName: string;
  };
  draftNumber: string | null; // 起案番号, at first submission
  dispatchNumber: string | null; // 施行番号, at decision
  draftedAt: string;
  updatedAt: string;
  submittedAt: string | null;
  decidedAt: string | null;
  revisionNo: number; // 0 before the first submission
  contentDigest: string | null; // hex sha-256 of the frozen revision
  className: string;
  retentionLabel: string;
  attachments: Attachment[];
  allowed: string[]; // 'edit' | 'attach' | 'submit' | 'discard' ...
}

export interface Attachment {
  id: string;
  order: number;
  fileName: string;
  label: string | null;
  mediaType: string;
  bytes: number;
  sha256: string;
  addedAt: string;
  addedBy: PersonRef;
  pages: number | null;
  rendition: 'ready' | 'pending' | 'unsupported' | 'failed'; // PDF that can be shown in the page
  text: 'ready' | 'pending' | 'none' | 'failed';
  originalUrl: string;
  pdfUrl: string | null;
}

export interface DocumentListItem {
  id: string;
  title: string;
  state: DocumentState;
  matterTypeName: string;
  drafterName: string;
  sectionName: string;
  amount: number | null;
  draftNumber: string | null;
  dispatchNumber: string | null;
  urgent: boolean;
  updatedAt: string;
  submittedAt: string | null;
  decidedAt: string | null;
  attachmentCount: number;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface RevisionSummary {
  no: number;
  createdAt: string;
  createdBy: PersonRef;
  contentDigest: string;
  title: string;
  note: string | null;
}

export interface RevisionChanges {
  from: number;
  to: number;
  note: string | null; // the drafter's answer to the return
  fields: {
    name: string;
    label: string;
    before: string | null;
    after: string | null;
    substance: boolean;
    parts: { kind: 'same' | 'added' | 'removed'; text: string }[];
  }[];
  attachments: { change: 'added' | 'removed' | 'reordered'; fileName: string }[];
}

export interface Upload {
  id: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  pages: number | null;
}

export interface Filing {
  fileId: string;
  fileTitle: string;
  fiscalYear: number;
  fiscalYearLabel: string /* 令和8年度 */;
  classCode: string;
  className: string;
  unitName: string;
  retentionClass: string;
  retentionLabel: string;
  closedOn: string | null;
  provisional: boolean;
  startsOn: string | null;
  expiresOn: string | null;
  explanation: { rule: string; text: string }[];
}

export interface RecordFile {
  id: string;
  title: string;
  fiscalYear: number;
  classCode: string;
  className: string;
  unitName: string;
  retentionLabel: string;
  documentCount: number;
  startsOn: string | null;
  expiresOn: string | null;
}

export interface SearchResult {
  items: SearchHit[];
  nextCursor: string | null;
  count: number;
  countCapped: boolean;
  facets: { fiscalYear: Facet[]; unit: Facet[]; matterType: Facet[]; state: Facet[] };
}

export interface Facet {
  value: string;
  label: string;
  count: number;
}

export interface SearchHit {
  documentId: string;
  title: string;
  titleMarks: number[][];
  number: string | null;
  state: DocumentState;
  matterTypeName: string;
  sectionName: string;
  drafterName: string;
  date: string;
  amount: number | null;
  fiscalYear: number;
  snippet: {
    text: string;
    marks: number[][];
    source: 'title' | 'body' | 'number' | 'attachment' | 'comment';
    attachmentId: string | null;
    page: number | null;
  } | null;
  attachmentCount: number;
}

export interface Notification {
  id: string;
  kind: 'decided' | 'returned' | 'rejected' | 'seat_opened' | 'needs_attention';
  documentId: string;
  title: string;
  text: string;
  createdAt: string;
  readAt: string | null;
}

export interface SearchConditions {
  q?: string;
  fiscalYear?: string;
  unit?: string;
  state?: string;
  matterType?: string;
  from?: string;
  to?: string;
}

/** A class of the filing plan (分類) a draft may be filed under. */
export interface FilingClass {
  code: string;
  name: string;
  /** 1 to 3; only the third level holds documents. */
  level: number;
  parentCode: string | null;
  retentionLabel: string | null;
  disclosureClass: DisclosureClass | null;
}
