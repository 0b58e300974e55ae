import type {
  ConcernCode,
  HolderReminded,
  MatterClosed,
  MatterDecided,
  ParticipantsInformed,
  SeatsOpened,
} from '@fubako/approvals/events';
import type { NoticeDraft, NoticeKind } from './notice';

/** 決裁: the drafter hears who decided and under which number. */
export function newsOfDecision({
  documentId,
  title,
  drafterStaffNo,
  dispatchNumber,
  decidedBy,
}: MatterDecided): NoticeDraft[] {
  const by = { name: decidedBy.name, title: decidedBy.title };
  return [{ staffNo: drafterStaffNo, kind: 'decided', documentId, facts: { title, by, dispatchNumber } }];
}

/**
 * 差戻し・否決: the drafter hears who did it. The reason is not repeated here: it is read in the document, where the right
 * to read it is asked for.
 */
export function newsOfClosing(kind: NoticeKind & ('returned' | 'rejected'), matter: MatterClosed): NoticeDraft[] {
  const { documentId, title, drafterStaffNo, by } = matter;
  return [{ staffNo: drafterStaffNo, kind, documentId, facts: { title, by: { name: by.name, title: by.title } } }];
}

/**
 * Holders hear that it is their turn. Seats of vacant posts are news for those who keep the records (RULE-102), without
 * the title. One notice for each person, even with two seats.
 */
export function newsOfSeats({ documentId, title, seats }: SeatsOpened, keepers: readonly string[]): NoticeDraft[] {
  const told = new Map<string, NoticeDraft>();
  const tell = (draft: NoticeDraft) => told.has(draft.staffNo) || told.set(draft.staffNo, draft);
  for (const { staffNo, kind } of seats) {
    const own = seats.filter((seat) => seat.staffNo === staffNo).map(({ seatId }) => seatId);
    if (staffNo !== null)
      tell({ staffNo, kind: 'seat_opened', documentId, facts: { title, seatKind: kind, seats: own } });
  }
  if (seats.some(({ staffNo }) => staffNo === null)) {
    for (const staffNo of keepers) tell({ staffNo, kind: 'needs_attention', documentId, facts: {} });
  }
  return [...told.values()];
}

const CONCERNS: Readonly<Record<ConcernCode, NoticeKind>> = {
  abandoned: 'abandoned',
  withdrawn: 'withdrawn',
  revised: 'revised',
  resubmitted: 'resubmitted',
  'to-post-review': 'to_post_review',
  'post-review-opinion': 'post_review_opinion',
  'handed-over': 'handed_over',
  succeeded: 'succeeded',
  removed: 'removed',
  'decision-dropped': 'decision_dropped',
};

/** Participants hear what became of a matter, and the records office where it must see to it. */
export function newsOfConcern(news: ParticipantsInformed, recordsOffice: readonly string[]): NoticeDraft[] {
  const { documentId, title, code, staffNos, by } = news;
  const draft = { kind: CONCERNS[code], documentId, facts: { title, by: { name: by.name, title: by.title } } };
  const told = new Set([...staffNos, ...recordsOffice]);
  return [...told].map((staffNo) => ({ staffNo, ...draft }));
}

/** 督促 (RULE-35). */
export function newsOfReminder(reminder: HolderReminded): NoticeDraft[] {
  const { documentId, title, kind, staffNos, day, holder, seatId, seatKind } = reminder;
  // What is asked of the holder is settled with the seat; who was told of the delay decides alone when to look away.
  const seats = kind === 'escalated' ? {} : { seats: [seatId] };
  const facts = { ...(title === null ? {} : { title }), day, holder, seatKind, ...seats };
  return staffNos.map((staffNo) => ({ staffNo, kind, documentId, facts }));
}
