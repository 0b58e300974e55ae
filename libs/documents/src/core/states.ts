/** State of a document over its whole life (domain 2.8). Approvals, execution and records move it; nobody else. */
export const DOCUMENT_STATES = [
  'drafting',
  'circulating',
  'returned',
  'pulled_back',
  'decided',
  'executed',
  'rejected',
  'withdrawn',
  'abandoned',
  'closed',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** 取下げ, 否決, 廃案: the matter is given up and its numbers become 欠番 (RULE-52). */
export const GIVEN_UP_STATES = ['rejected', 'withdrawn', 'abandoned'] as const satisfies readonly DocumentState[];

/** The procedure is over: what is wanted otherwise is drafted anew (再起案, RULE-52). */
export const FINISHED_STATES = [
  ...GIVEN_UP_STATES,
  'decided',
  'executed',
  'closed',
] as const satisfies readonly DocumentState[];

export function isFinished(state: DocumentState): boolean {
  return (FINISHED_STATES as readonly DocumentState[]).includes(state);
}

/** 決裁済 and what follows: the content is sealed (RULE-61). */
export function isDecided(state: DocumentState): boolean {
  return state === 'decided' || state === 'executed' || state === 'closed';
}

/** In these the drafter may change content (RULE-60, RULE-61). */
export const EDITABLE_STATES = ['drafting', 'returned', 'pulled_back'] as const satisfies readonly DocumentState[];

export function isEditable(state: DocumentState): boolean {
  return (EDITABLE_STATES as readonly DocumentState[]).includes(state);
}

export const CONFIDENTIALITIES = ['none', 'secret', 'top_secret', 'personnel'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

export const DISCLOSURE_CLASSES = ['open', 'partial', 'closed'] as const;
export type DisclosureClass = (typeof DISCLOSURE_CLASSES)[number];

/** 専決の留保: grounds for which a matter goes to the superior although the table delegates it (RULE-23). */
export const ESCALATIONS = [
  'special_instruction',
  'important',
  'unusual',
  'new',
  'precedent',
  'disputed',
  'legal_doubt',
] as const;
export type Escalation = (typeof ESCALATIONS)[number];

/** 媒体: electronic, electronic with attachments on paper, or all on paper. */
export const MEDIA = ['electronic', 'hybrid', 'paper'] as const;
export type Medium = (typeof MEDIA)[number];

export interface DocumentAttributes {
  readonly classCode: string;
  readonly disclosureClass: DisclosureClass;
  readonly disclosureReason: string | null;
  readonly confidentiality: Confidentiality;
  /** 時限秘: last day of the secrecy; null without an end. */
  readonly confidentialUntil: string | null;
  readonly urgent: boolean;
  readonly urgencyReason: string | null;
  readonly dueOn: string | null;
  readonly escalations: readonly Escalation[];
  /** 媒体 (RULE-11) */
  readonly medium: Medium;
  /** Why not electronic: one of the municipality's reasons. */
  readonly paperReason: string | null;
  readonly paperNote: string | null;
  /** What is attached on paper, by name. */
  readonly paperAttachments: readonly string[];
}
