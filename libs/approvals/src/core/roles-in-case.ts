import type { ActFacts } from './act-facts';
import { ACT_ROLES, type ActRole } from './act-table';
import { type CaseState, type Seat, seatsOf } from './case-state';

interface ActorInCase {
  readonly staffNo: string;
  readonly facts: ActFacts;
}

/** What a person is to the matter as a whole: its drafter, the holder of an open seat, the records office. */
export function rolesInMatter(state: CaseState, { staffNo, facts }: ActorInCase): ActRole[] {
  const holds = seatsOf(state).some((seat) => seat.state === 'active' && seat.principal === staffNo);
  return [
    ...(state.drafter === staffNo ? (['drafter'] as const) : []),
    ...(facts.recordsOffice ? (['records-office'] as const) : []),
    ...(holds ? (['holder'] as const) : []),
  ];
}

/** What a person is to one seat: by post, in the holder's stead, later in the route, or because they acted. */
export function rolesInSeat(state: CaseState, seat: Seat, actor: ActorInCase): ActRole[] {
  const { staffNo, facts } = actor;
  const standing = facts.standings[seat.postCode];
  const holdsPost = standing?.principal?.staffNo === staffNo;
  const standsIn = [standing?.acting, standing?.proxy].some((one) => one?.staffNo === staffNo);
  const open = seat.state === 'active';
  const has: Readonly<Record<ActRole, boolean>> = {
    holder: open && seat.principal === staffNo,
    giver: open && seat.handedTo !== null && holdsPost,
    'stand-in': open && standsIn && seat.principal !== staffNo,
    'later-seat': seat.state === 'waiting' && (seat.handedTo === null ? holdsPost : seat.handedTo === staffNo),
    'passed-seat': reviewOf(state, seat, actor),
    'acted-seat': seat.state === 'done' && seat.actedBy === staffNo,
    'records-office': facts.recordsClerk,
    drafter: false,
  };
  return ACT_ROLES.filter((role) => has[role]);
}

/** 後閲 follows the post: who holds it now reads, or whoever was recorded when the post is gone (RULE-102). */
export function reviewOf(state: CaseState, seat: Seat, actor: ActorInCase): boolean {
  const holder = actor.facts.standings[seat.postCode]?.principal?.staffNo;
  return state.postReviews.some(
    ({ seatId, outcome, principal }) =>
      seatId === seat.id && outcome === null && (holder ?? principal) === actor.staffNo,
  );
}
