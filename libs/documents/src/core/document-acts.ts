import { type DocumentState, isDecided, isEditable, isFinished } from './states';

/** What one may do with a document apart from acting on its approval. */
export const DOCUMENT_ACTS = ['edit', 'attach', 'submit', 'take_over', 'redraft', 'add_file'] as const;
export type DocumentAct = (typeof DOCUMENT_ACTS)[number];

/** A document and what its reader is to it. */
export interface DocumentPlace {
  readonly state: DocumentState;
  /** Its drafter has left the section while it was a draft (RULE-102). */
  readonly left: boolean;
  readonly erased: boolean;
  readonly handedOver: boolean;
  /** The reader is its drafter. */
  readonly mine: boolean;
  /** The reader is of its section, or a head above it. */
  readonly ofSection: boolean;
  /** The reader keeps what was drafted there: 文書主任 of the section, 文書主管課. */
  readonly keeper: boolean;
  /** The reader holds a post today. */
  readonly posted: boolean;
}

export type DocumentObstacle =
  | 'not-yours'
  | 'not-editable'
  | 'left-behind'
  | 'not-left'
  | 'not-your-section'
  | 'not-finished'
  | 'not-decided'
  | 'content-erased'
  | 'handed-over'
  | 'not-your-addition'
  | 'no-post';

type Judge = (place: DocumentPlace) => DocumentObstacle | null;

const editing: Judge = ({ mine, state, left }) => {
  if (!mine) return 'not-yours';
  if (!isEditable(state)) return 'not-editable';
  return left ? 'left-behind' : null;
};

const JUDGES: Readonly<Record<DocumentAct, Judge>> = {
  edit: editing,
  attach: editing,
  submit: editing,
  take_over: ({ state, left, ofSection }) => {
    if (!isEditable(state)) return 'not-editable';
    if (!left) return 'not-left';
    return ofSection ? null : 'not-your-section';
  },
  redraft: ({ state, erased, posted }) => {
    if (!isFinished(state)) return 'not-finished';
    if (erased) return 'content-erased';
    return posted ? null : 'no-post';
  },
  add_file: ({ state, erased, handedOver, mine, keeper }) => {
    if (!isDecided(state)) return 'not-decided';
    if (erased) return 'content-erased';
    if (handedOver) return 'handed-over';
    return mine || keeper ? null : 'not-your-addition';
  },
};

/** DOC-11 What stands against the act, or null. Asked by the act and by what is offered alike. */
export function documentObstacle(act: DocumentAct, place: DocumentPlace): DocumentObstacle | null {
  return JUDGES[act](place);
}

/** Where the reader's place suggests the act, so that its refusal is no noise to them. */
const SUGGESTED: Readonly<Record<DocumentAct, (place: DocumentPlace) => boolean>> = {
  edit: ({ mine }) => mine,
  attach: ({ mine }) => mine,
  submit: ({ mine }) => mine,
  take_over: ({ left }) => left,
  redraft: ({ mine, state }) => mine || isFinished(state),
  add_file: ({ mine, keeper, state }) => mine || keeper || isDecided(state),
};

/** DOC-11 Every act that the reader's place suggests, with what stands against it now. */
export function suggestedActs(place: DocumentPlace): { act: DocumentAct; obstacle: DocumentObstacle | null }[] {
  return DOCUMENT_ACTS.flatMap((act) => {
    const obstacle = documentObstacle(act, place);
    return obstacle === null || SUGGESTED[act](place) ? [{ act, obstacle }] : [];
  });
}
