/** Hold that keeps a file from every measure. */
export class ItemHoldView {
  /** `disclosure_request`, `appeal`, `lawsuit`, `audit`, `own` */
  ground: string;
  caseNo: string | null;
  reason: string;
  /** Last day; null: until it is released. */
  endsOn: string | null;
  placedByName: string;
}

/** Why a file was left out, or was not done as it was meant to be. */
export class ItemOutcomeView {
  /** e.g. `held`, `held-meanwhile`, `unknown-expiry`, `not-expired`, `contents-changed`, `decision-refused`, `archives-refused` */
  code: string;
  until: string | null;
  caseNo: string | null;
  reason: string | null;
}

/** 簿冊 in an assessment. */
export class DisposalItemView {
  id: string;
  fileId: string;
  title: string;
  /** 分類, whose measure the proposal is. */
  classCode: string;
  className: string;
  /** The law that its period follows; null: none. */
  statutoryLaw: string | null;
  fiscalYear: number;
  fiscalYearLabel: string;
  volume: number;
  /** Documents and registered papers; a file of paper alone counts as one. */
  documentCount: number;
  /** `electronic`, `paper`, `hybrid` */
  medium: string;
  /** 点数 of paper: papers that are registered; what is not registered one by one is one. */
  pieces: number;
  retentionLabel: string;
  expiresOn: string;
  /** `open`, `agreed`, `approved`, `left_out`, `refused`, `executed` */
  state: string;
  /** 基準による案: `destroy`, `transfer`, `extend`; null: to be appraised. */
  proposal: string | null;
  mustExtend: boolean;
  measure: string | null;
  reason: string | null;
  extendYears: number | null;
  /** Why the archives ask for it. */
  archivesWish: string | null;
  important: boolean;
  hold: ItemHoldView | null;
  outcome: ItemOutcomeView | null;
}

export class MeasureCountView {
  files: number;
  documents: number;
}

export class DisposalCountsView {
  destroy: MeasureCountView;
  transfer: MeasureCountView;
  extend: MeasureCountView;
  /** Files for which nobody has chosen. */
  undecided: number;
  /** Files that are held. */
  held: number;
  files: number;
  documents: number;
}

/** Bytes of attachments, by measure. */
export class DisposalSizesView {
  destroy: number;
  transfer: number;
  extend: number;
}

/** 廃棄・移管の評価 of a section. */
export class DisposalBatchLine {
  id: string;
  fiscalYearLabel: string;
  sectionCode: string;
  sectionName: string;
  no: number;
  /** `assessment`, `review`, `consultation`, `decision`, `execution`, `finished` */
  step: string;
  listedOn: string;
  /** The latest expiry among its files. */
  expiresOn: string | null;
  counts: DisposalCountsView;
  /** Whether the reader can do something now. */
  yours: boolean;
}

export class DisposalBatchesView {
  items: DisposalBatchLine[];
}

export class DisposalBatchView extends DisposalBatchLine {
  version: number;
  submittedName: string | null;
  reviewedName: string | null;
  returnedReason: string | null;
  opinionDueOn: string | null;
  opinion: string | null;
  opinedName: string | null;
  /** The decision on it. */
  documentId: string | null;
  underDecision: boolean;
  decidedByName: string | null;
  executableOn: string | null;
  confirmedName: string | null;
  /** Whether somebody else has to confirm the volume before it is carried out. */
  needsConfirmation: boolean;
  startedName: string | null;
  finishedOn: string | null;
  hasCertificate: boolean;
  sizes: DisposalSizesView;
  files: DisposalItemView[];
  allowed: string[];
}

export class SubmittedItemView {
  itemId: string;
  fileId: string;
  title: string;
  /** Null: it proceeds. */
  refused: ItemOutcomeView | null;
  /** In the reader's language, e.g. until when it is held. */
  message: string | null;
}

export class SubmissionView {
  proceeding: number;
  refused: number;
  items: SubmittedItemView[];
}

export class ItemDocumentView {
  id: string;
  /** Null when the reader may not read it. */
  title: string | null;
  number: string | null;
  decidedOn: string;
  /** Of a paper that was registered; null: an electronic document. */
  pages: number | null;
}

export class ItemDocumentsView {
  items: ItemDocumentView[];
}

export class ProposedDecisionView {
  documentId: string;
}

export class FollowedProposalsView {
  chosen: number;
}

/** A line of 廃棄簿 or 移管簿. */
export class RegisterLine {
  id: string;
  kind: string;
  title: string;
  className: string;
  sectionName: string;
  fiscalYearLabel: string;
  volume: number;
  retentionLabel: string;
  expiresOn: string;
  documentCount: number;
  decisionNumber: string | null;
  decidedByName: string;
  decidedOn: string;
  executedName: string;
  executedOn: string;
  /** 方法, in the words of the register. */
  method: string;
}

export class RegisterView {
  items: RegisterLine[];
}

/** 証人 that locks disposals. */
export class LockingWitnessView {
  name: string;
  /** `ahead`: it holds what the database does not; `silent`: it cannot be asked. */
  kind: string;
  /** How many leaves more than the database; 0: others; null: nobody knows. */
  more: number | null;
}

export class DisposalLockView {
  /** Nothing is destroyed or handed over. */
  locked: boolean;
  /** For the records office. */
  witnesses: LockingWitnessView[];
  /** `release` */
  allowed: string[];
}
