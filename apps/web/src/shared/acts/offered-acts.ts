import type { Approval } from '../api/types';
import { seatTitle } from '../sheet/names';
import { placeOf, type ActKind, type AllowedAct, type RefusedAct, type SeatPlace } from './act-request';

/** An act of the bar: what it is called, for which seat, and whether the seat must be named to tell it from others. */
export interface OfferedAct {
  readonly key: string;
  readonly act: AllowedAct;
  readonly kind: ActKind;
  /** `財政課長`; null where it goes without saying. */
  readonly seatName: string | null;
}

export interface RefusedOffer {
  readonly key: string;
  readonly label: string;
  readonly seatName: string | null;
  readonly reason: string;
  readonly rule: string;
}

export interface Offer {
  /** What the person most likely came for, as buttons. */
  readonly primary: readonly OfferedAct[];
  readonly secondary: readonly OfferedAct[];
  readonly menu: readonly OfferedAct[];
  readonly refused: readonly RefusedOffer[];
}

const first: readonly ActKind[] = ['approve', 'acting_decide', 'acting_approve', 'post_review'];
const second: readonly ActKind[] = ['return', 'release', 'pull_back'];
/** In the order in which they are looked for. */
const rest: readonly ActKind[] = [
  'hold',
  'pull_up',
  'cancel_pull_up',
  'add_seat',
  'hand_over',
  'revise',
  'recall',
  'remove_seat',
  'reject',
  'withdraw',
  'abandon',
];
/** Always about one seat among others. */
const named: readonly ActKind[] = ['remove_seat', 'acting_decide', 'acting_approve'];

/** Undoing what was never done: nobody looks for it. */
const pointless: readonly string[] = ['nothing-pulled-up'];

export const nameOfSeat = ({ seat, step }: SeatPlace): string =>
  step.kind === 'line' || step.kind === 'decision' ? seat.postTitle : seatTitle(seat.unitName, seat.postTitle);

/** The acts of a reader in their places: buttons, menu, and what is refused now with the reason. */
export function offerOf(approval: Approval): Offer {
  const take = (kinds: readonly ActKind[]) => kinds.flatMap((kind) => offered(approval, kind));
  return { primary: take(first), secondary: take(second), menu: take(rest), refused: refusedOffers(approval) };
}

function offered(approval: Approval, kind: ActKind): OfferedAct[] {
  const acts = approval.allowed.filter((act) => act.kind === kind);
  return acts.map((act) => ({
    key: `${kind}:${act.seatId ?? ''}`,
    act,
    kind,
    seatName: acts.length > 1 || named.includes(kind) ? seatNameOf(approval, act) : null,
  }));
}

function seatNameOf(approval: Approval, { seatId }: AllowedAct): string | null {
  const place = placeOf(approval, seatId);
  return place && nameOfSeat(place);
}

/** One line for each act and reason: ten seats that may not be removed are said once. */
function refusedOffers(approval: Approval): RefusedOffer[] {
  const lines = new Map<string, RefusedAct[]>();
  for (const act of approval.refused) {
    if (pointless.includes(act.code) || act.kind === 'release') continue;
    const open = act.kind !== 'remove_seat' && approval.allowed.some(({ kind }) => kind === act.kind);
    if (open) continue;
    const key = `${act.kind}:${act.code}`;
    lines.set(key, [...(lines.get(key) ?? []), act]);
  }
  return [...lines].map(([key, acts]) => {
    const [act] = acts as [RefusedAct];
    const names = acts.flatMap((one) => seatNameOf(approval, one) ?? []);
    const told = names.length > 0 && (acts.length > 1 || named.includes(act.kind as ActKind));
    return { key, label: act.label, seatName: told ? names.join(' / ') : null, reason: act.reason, rule: act.rule };
  });
}

/** 差戻し: the seats before this one whose people have acted, nearest last. */
export function returnTargets(approval: Approval, seatId: string | undefined): SeatPlace[] {
  const at = approval.steps.findIndex(({ seats }) => seats.some(({ id }) => id !== null && id === seatId));
  return approval.steps
    .slice(0, Math.max(0, at))
    .flatMap((step) => step.seats.map((seat) => ({ step, seat })))
    .filter(({ seat }) => seat.id !== null && seat.state === 'done' && seat.act !== null);
}

/** 引上げ: everybody before this seat who has not acted and would be passed over. */
export function passedOver(approval: Approval, seatId: string | undefined): SeatPlace[] {
  const at = approval.steps.findIndex(({ seats }) => seats.some(({ id }) => id !== null && id === seatId));
  const open = ['active', 'waiting', 'suspended'];
  return approval.steps
    .slice(0, Math.max(0, at))
    .filter(({ kind }) => kind !== 'circulation')
    .flatMap((step) => step.seats.map((seat) => ({ step, seat })))
    .filter(({ seat }) => open.includes(seat.state));
}

/** 事前の指示 is written down for the decider's seat, while it is not decided. */
export function deciderSeat(approval: Approval): string | null {
  if (approval.state !== 'circulating') return null;
  const step = approval.steps.find(({ kind }) => kind === 'decision');
  return step?.seats.find(({ id, act }) => id !== null && act === null)?.id ?? null;
}
