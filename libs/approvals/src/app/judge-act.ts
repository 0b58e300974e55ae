import type { Actor } from '@fubako/platform/authz';
import { act, withCurrentHolders } from '../core/act';
import { evolve } from '../core/approval-event';
import { seatOf, seatsOf } from '../core/case-state';
import type { ActKind } from '../core/act-table';
import type { Refusal } from '../core/refusal';
import type { Act } from '../core/wanted-act';
import type { ActDetail, SaidBeside } from '../data/case.row';
import type { AcceptedAct } from './accepted-act';
import type { CaseFacts } from './act-facts-reader';
import type { LoadedCase } from './case-state-reader';

export interface ActToJudge {
  readonly loaded: LoadedCase;
  readonly context: CaseFacts;
  readonly wanted: Act;
  readonly actor: Actor;
  readonly beside?: SaidBeside;
  readonly revisionNo?: number | null;
  readonly bulkKey?: string | null;
  /** When it was staged, if it takes effect after a grace time. */
  readonly stagedAt?: Date;
}

/** What was said, and nothing else. */
export function saidBeside({
  about,
  handCarried,
  occurredOn,
}: { [K in keyof SaidBeside]: SaidBeside[K] | undefined }): SaidBeside {
  return {
    ...(about ? { about } : {}),
    ...(handCarried ? { handCarried } : {}),
    ...(occurredOn ? { occurredOn } : {}),
  };
}

/** Asks the rules; what they accept is ready to be applied. */
export function judgeAct(asked: ActToJudge): { ok: true; accepted: AcceptedAct } | { ok: false; refusal: Refusal } {
  const { loaded, context, wanted, actor } = asked;
  const { facts, chart } = context;
  const result = act(loaded.state, wanted, facts);
  if (!result.ok) return result;
  const after = result.events.reduce(evolve, withCurrentHolders(loaded.state, facts));
  const accepted: AcceptedAct = {
    loaded,
    facts,
    chart,
    wanted,
    events: result.events,
    after,
    actor,
    detail: null,
    revisionNo: asked.revisionNo ?? null,
    addedBy: { name: actor.name, comment: wanted.comment },
    bulkKey: asked.bulkKey ?? null,
  };
  return { ok: true, accepted: { ...accepted, detail: detailOf(accepted, asked) } };
}

/** What an act said beside its kind and its words, for the record. */
function detailOf(accepted: AcceptedAct, { beside, stagedAt }: ActToJudge): ActDetail | null {
  const detail: ActDetail = {
    ...beside,
    ...(stagedAt ? { stagedAt: stagedAt.toISOString() } : {}),
    ...DETAILS[accepted.wanted.kind]?.(accepted),
  };
  return Object.keys(detail).length === 0 ? null : detail;
}

const DETAILS: Partial<Record<ActKind, (accepted: AcceptedAct) => ActDetail>> = {
  return: ({ wanted, loaded }) => {
    const target = seatOf(loaded.state, wanted.targetSeatId ?? null);
    return target ? { targetSeatId: target.id, targetTitle: `${target.unitName} ${target.postTitle}` } : {};
  },
  hold: ({ wanted: { until } }) => (until ? { until } : {}),
  hand_over: ({ wanted: { to }, chart }) => (to ? { to, toName: chart.person(to as never)?.name ?? to } : {}),
  pull_up: ({ events, chart }) => ({
    passed: events.flatMap((e) =>
      e.type === 'seat-passed' && e.principal ? [chart.person(e.principal as never)?.name ?? e.principal] : [],
    ),
  }),
  add_seat: ({ wanted: { addition } }) =>
    addition ? { added: `${addition.seat.unitName} ${addition.seat.postTitle}` } : {},
  remove_seat: (accepted) => ({ targetTitle: titleOfSeat(accepted) }),
  post_review: ({ wanted }) => ({ review: wanted.outcome === 'opinion' ? 'opinion' : 'acknowledged' }),
  revise: ({ wanted: { revision }, revisionNo }) =>
    revision && revisionNo !== null ? { revisionNo, substance: revision.substance } : {},
  acting_decide: (accepted) => ({ ...instructionFor(accepted), ...waivedReview(accepted) }),
  acting_approve: waivedReview,
};

function titleOfSeat({ loaded, wanted }: AcceptedAct): string {
  const seat = seatsOf(loaded.state).find(({ id }) => id === wanted.seatId);
  return seat ? `${seat.unitName} ${seat.postTitle}` : '';
}

/** RULE-42 The instruction on which a 代決 relies stands beside it on the record. */
function instructionFor({ loaded, wanted }: AcceptedAct): Pick<ActDetail, 'instruction'> {
  const post = seatOf(loaded.state, wanted.seatId)?.postCode;
  const given = loaded.instructions.findLast(({ post_code }) => post_code === post);
  return given ? { instruction: `${given.given_by_name} ${given.given_on}: ${given.text}` } : {};
}

/** RULE-44 That nobody is asked to read it afterwards is the acting person's word. */
function waivedReview({ events, wanted }: AcceptedAct): Pick<ActDetail, 'reviewWaived'> {
  const owed = events.some((event) => event.type === 'post-review-opened' && event.review.cause === 'acting');
  return wanted.postReview === false && !owed ? { reviewWaived: true } : {};
}
