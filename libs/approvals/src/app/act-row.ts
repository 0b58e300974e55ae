import { newId } from '@fubako/kernel';
import type { Seat } from '../core/case-state';
import { seatOf } from '../core/case-state';
import type { ActCapacity, ActRow } from '../data/case.row';
import type { AcceptedAct } from './accepted-act';

/** The act with the person as they were, in the post in which they acted, and for whom (RULE-101, RULE-44). */
export function actRow(accepted: AcceptedAct, at: Date): ActRow {
  const { loaded, wanted, events, actor, bulkKey, detail } = accepted;
  const acted = events.find((event) => event.type === 'seat-acted');
  const seat = seatOf(loaded.state, wanted.seatId);
  return {
    id: newId<string>(),
    document_id: loaded.card.id,
    round: loaded.row.round,
    revision_no: accepted.revisionNo ?? loaded.row.revision_no,
    seat_id: seat?.id ?? null,
    attempt: seat?.attempt ?? 1,
    closes: acted !== undefined,
    kind: wanted.kind,
    outcome: acted?.type === 'seat-acted' ? acted.outcome : null,
    actor: actor.staffNo,
    actor_name: actor.name,
    ...placeOf(accepted, seat),
    comment: wanted.comment,
    content_digest: Buffer.from(accepted.after.contentDigest ?? '', 'hex'),
    bulk_key: bulkKey,
    acted_at: at,
    detail,
  };
}

type Place = Pick<ActRow, 'post_title' | 'unit_name' | 'capacity' | 'for_staff_no' | 'for_name' | 'for_post_title'>;

const FOR_NOBODY = { for_staff_no: null, for_name: null, for_post_title: null } as const;

function placeOf(accepted: AcceptedAct, seat: Seat | null): Place {
  const { wanted, actor } = accepted;
  if (!seat) return ofTheMatter(accepted);
  if (wanted.kind === 'acting_decide' || wanted.kind === 'acting_approve') return inStead(accepted, seat);
  if (seat.handedTo === actor.staffNo)
    return { ...ownPost(accepted), capacity: 'handed', ...forHolder(accepted, seat) };
  return inOwnSeat(accepted, seat);
}

/** The drafter, or the records office, beside all seats. */
function ofTheMatter(accepted: AcceptedAct): Place {
  const { drafter, unit } = accepted.loaded.card;
  return accepted.actor.staffNo === accepted.loaded.state.drafter
    ? { post_title: drafter.postTitle, unit_name: unit.name, capacity: 'drafter', ...FOR_NOBODY }
    : { ...ownPost(accepted), capacity: 'records_office', ...FOR_NOBODY };
}

function inStead(accepted: AcceptedAct, seat: Seat): Place {
  const { wanted, actor, facts } = accepted;
  const standing = facts.standings[seat.postCode];
  const proxy = wanted.kind === 'acting_approve' && standing?.proxy?.staffNo === actor.staffNo;
  const sitter = proxy ? standing.proxy : standing?.acting;
  const own = sitter ? { post_title: sitter.postTitle, unit_name: sitter.unitName } : ownPost(accepted);
  return { ...own, capacity: proxy ? 'proxy' : 'acting', ...forHolder(accepted, seat) };
}

function forHolder({ facts }: AcceptedAct, { postCode, postTitle }: Seat) {
  const principal = facts.standings[postCode]?.principal;
  return {
    for_staff_no: principal?.staffNo ?? null,
    for_name: principal?.name ?? null,
    for_post_title: postTitle,
  };
}

/** 職務代理者 signs in the place of the post; anybody else in the post itself. */
function inOwnSeat({ facts, actor, loaded }: AcceptedAct, seat: Seat): Place {
  const principal = facts.standings[seat.postCode]?.principal;
  const place = { unit_name: seat.unitName, ...FOR_NOBODY };
  if (principal?.staffNo === actor.staffNo && principal.capacity === 'statutory_deputy')
    return { ...place, post_title: `${seat.postTitle}職務代理者 ${principal.postTitle}`, capacity: 'statutory_deputy' };
  const known: ActCapacity | null = principal?.staffNo === actor.staffNo ? principal.capacity : null;
  const drafts = known === null && actor.staffNo === loaded.state.drafter;
  return { ...place, post_title: seat.postTitle, capacity: known ?? (drafts ? 'drafter' : 'main') };
}

function ownPost({ actor }: AcceptedAct): { post_title: string; unit_name: string } {
  const [post] = actor.posts;
  return { post_title: post?.title ?? '', unit_name: post?.unitName ?? '' };
}
