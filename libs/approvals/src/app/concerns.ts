import { seatsOf } from '../core/case-state';
import type { ConcernCode, ParticipantsInformed } from '../events';
import type { AppliedAct } from './accepted-act';

/**
 * Who beside those whose turn it is must hear of an act, and why.
 * @param spoken everybody who has said something to the matter in any round; asked for what is given up
 */
export function concernsOf(applied: AppliedAct, spoken: readonly string[]): ParticipantsInformed[] {
  const { events, wanted, loaded, row } = applied;
  const { id, title } = loaded.card;
  const drafter = loaded.card.drafter.staffNo;
  const by = { staffNo: row.actor, name: row.actor_name, title: `${row.unit_name} ${row.post_title}` };
  const told = (code: ConcernCode, staffNos: readonly string[], recordsOffice = false): ParticipantsInformed[] => {
    const others = [...new Set(staffNos)].filter((staffNo) => staffNo !== row.actor);
    return others.length === 0 && !recordsOffice
      ? []
      : [{ documentId: id, title, code, staffNos: others, recordsOffice, by }];
  };
  const reviews = events.flatMap((e) =>
    e.type === 'post-review-opened' && e.review.principal ? [e.review.principal] : [],
  );
  return [
    ...(wanted.kind === 'abandon' ? told('abandoned', [...spoken, ...whoActed(applied), drafter]) : []),
    ...(wanted.kind === 'withdraw' ? told('withdrawn', [...spoken, ...whoActed(applied), drafter]) : []),
    ...(wanted.kind === 'revise' ? told('revised', [...whoActed(applied), drafter]) : []),
    ...(wanted.kind === 'hand_over' && wanted.to ? told('handed-over', [wanted.to]) : []),
    ...(wanted.kind === 'remove_seat' ? told('removed', holderOf(applied)) : []),
    ...(wanted.kind === 'post_review' && wanted.outcome === 'opinion'
      ? told('post-review-opinion', [drafter], true)
      : []),
    ...told('to-post-review', reviews),
  ];
}

/** RULE-33 Those who have said something in this round, and those whom it waits for. */
function whoActed({ loaded }: AppliedAct): string[] {
  return seatsOf(loaded.state).flatMap(({ actedBy, state, principal }) => {
    const waiting = state === 'active' && principal !== null ? [principal] : [];
    return actedBy === null ? waiting : [actedBy];
  });
}

function holderOf({ loaded, wanted }: AppliedAct): string[] {
  const seat = seatsOf(loaded.state).find(({ id }) => id === wanted.seatId);
  return seat?.state === 'active' && seat.principal !== null ? [seat.principal] : [];
}

/** RULE-33, RULE-52 The matter is given up: sections that agreed in an earlier round hear of it too. */
export function isGivenUp({ wanted }: AppliedAct): boolean {
  return wanted.kind === 'abandon' || wanted.kind === 'withdraw';
}
