import type { Ending, FinalEnding, ReceiptAct } from './words';

/** What decides about an act, beside who acts. */
export interface ReceiptFacts {
  readonly received: boolean;
  readonly accepted: boolean;
  readonly ending: FinalEnding | null;
  /** A 供覧 runs, has been completed, or has never been. */
  readonly reading: 'none' | 'running' | 'completed';
  /** The last ending that was not undone, re-routing included. */
  readonly last: LastEnding | null;
}

export interface LastEnding {
  readonly kind: Ending;
  /** Something was done with the receipt afterwards. */
  readonly followed: boolean;
  /** State of the draft that took it over; null for other endings. */
  readonly draftState: string | null;
}

/** Who acts, as far as it matters. */
export interface Standing {
  /** Records clerk (文書主任) or deputy of the section that has it, or records office. */
  readonly handles: boolean;
  /** Has a post in the section. */
  readonly belongs: boolean;
  /** Handles the section in which the last ending was made: it may take it back. */
  readonly handledLast: boolean;
}

export type ReceiptFault =
  | 'intake.not-yours-to-handle'
  | 'intake.not-your-section'
  | 'intake.already-ended'
  | 'intake.already-received'
  | 'intake.not-received'
  | 'intake.already-accepted'
  | 'intake.reading-runs'
  | 'intake.nothing-read'
  | 'intake.nothing-to-undo'
  | 'intake.something-followed'
  | 'intake.draft-went-on';

/** States of a draft from which nothing comes any more, or nothing has come yet. */
const DRAFT_CAME_TO_NOTHING: readonly string[] = ['drafting', 'withdrawn', 'rejected', 'abandoned'];

/** REC-1 Why the act cannot be done now, or null. Who may not learns nothing about the state. */
export function receiptFault(act: ReceiptAct, facts: ReceiptFacts, standing: Standing): ReceiptFault | null {
  return (
    standingFault(act, standing) ??
    (act === 'undo' ? undoFault(facts) : (endedFault(act, facts) ?? STATE_RULES[act]?.(facts) ?? null))
  );
}

function standingFault(act: ReceiptAct, { handles, belongs, handledLast }: Standing): ReceiptFault | null {
  if (act === 'draft') return belongs ? null : 'intake.not-your-section';
  if (act === 'undo') return handledLast ? null : 'intake.not-yours-to-handle';
  return handles ? null : 'intake.not-yours-to-handle';
}

/** REC-2 Exactly one ending (RULE-02): what has ended takes no further act but its undoing. A 回覧 is for information only. */
function endedFault(act: ReceiptAct, { ending }: ReceiptFacts): ReceiptFault | null {
  return ending === null || act === 'broadcast' ? null : 'intake.already-ended';
}

type StateRule = (facts: ReceiptFacts) => ReceiptFault | null;

const receivedFirst: StateRule = ({ received }) => (received ? null : 'intake.not-received');
const readingFirst: StateRule = ({ reading }) => (reading === 'running' ? 'intake.reading-runs' : null);

/** What each act asks of an unfinished receipt; the others ask nothing. */
const STATE_RULES: Partial<Record<ReceiptAct, StateRule>> = {
  receive: ({ received }) => (received ? 'intake.already-received' : null),
  accept: (facts) => receivedFirst(facts) ?? (facts.accepted ? 'intake.already-accepted' : null),
  circulate: (facts) => receivedFirst(facts) ?? readingFirst(facts),
  broadcast: receivedFirst,
  draft: receivedFirst,
  finish_reading: (facts) => readingFirst(facts) ?? (facts.reading === 'completed' ? null : 'intake.nothing-read'),
  reroute: readingFirst,
  not_needed: readingFirst,
  send_back: readingFirst,
};

/** REC-3 A mistaken ending is undone before anything followed; a draft only while it is no more than a draft. */
function undoFault({ last }: ReceiptFacts): ReceiptFault | null {
  if (!last) return 'intake.nothing-to-undo';
  if (last.kind === 'drafted')
    return DRAFT_CAME_TO_NOTHING.includes(last.draftState ?? '') ? null : 'intake.draft-went-on';
  return last.followed ? 'intake.something-followed' : null;
}
