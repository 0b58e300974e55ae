import type { MatterClosed, MatterDecided, SeatsOpened } from '@fubako/approvals/events';
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
    if (staffNo !== null) tell({ staffNo, kind: 'seat_opened', documentId, facts: { title, seatKind: kind } });
  }
  if (seats.some(({ staffNo }) => staffNo === null)) {
    for (const staffNo of keepers) tell({ staffNo, kind: 'needs_attention', documentId, facts: {} });
  }
  return [...told.values()];
}
