import type { LocalDate, PostCode, StaffNo } from '@fubako/kernel';
import type { OrganisationChart } from '@fubako/organisation';
import type { Seat } from '../core/case-state';
import type { StepKind } from '../core/route-plan';
import type { Standing } from '../core/standing';
import type { SeatRow } from '../data/case.row';
import type { SeatChange } from '../data/change-writer';
import type { CaseMove } from './accepted-act';

export interface DifferenceBasis {
  /** The act that closes seats; null where nobody acted. */
  readonly actId: string | null;
  readonly at: Date;
  /** 処理期限 of a seat of this kind that opens now. */
  readonly dueOn: (kind: StepKind) => LocalDate | null;
}

export interface ChangeFacts {
  readonly move: CaseMove;
  readonly basis: DifferenceBasis;
}

/** What events have made of a seat, if anything. @param row the seat as it was read; absent for one that is new */
export function seatChange(seat: Seat, row: SeatRow | undefined, facts: ChangeFacts): SeatChange[] {
  const change: SeatChange = {
    id: seat.id,
    ...placeOf(seat, row, facts.move.chart),
    state: seat.state,
    skip: seat.skip,
    attempt: seat.attempt,
    held_until: seat.heldUntil,
    handed_to: seat.handedTo,
    passed_by: seat.passedBy,
    act_id: actOf(seat, row, facts),
    ...principalOf(seat, row, facts.move.chart),
    ...openingOf(seat, row, facts),
    ...standInOf(seat, facts.move.facts.standings[seat.postCode]),
  };
  return row && isSame(change, row) ? [] : [change];
}

/** The unit is that of the post, which may be another since a reorganisation. */
function placeOf({ postCode, postTitle, unitName, rank }: Seat, row: SeatRow | undefined, chart: OrganisationChart) {
  const same = row?.post_code === postCode;
  const unitCode = same ? row.unit_code : (chart.post(postCode as PostCode)?.unitCode ?? row?.unit_code ?? '');
  return { post_code: postCode, post_title: postTitle, unit_code: unitCode, unit_name: unitName, rank };
}

function actOf(seat: Seat, row: SeatRow | undefined, { move, basis }: ChangeFacts): string | null {
  if (seat.state !== 'done') return null;
  const now = move.events.some((event) => event.type === 'seat-acted' && event.seatId === seat.id);
  return now ? basis.actId : (row?.act_id ?? null);
}

const HAS_PRINCIPAL: readonly Seat['state'][] = ['active', 'passed', 'done'];

function principalOf(seat: Seat, row: SeatRow | undefined, chart: OrganisationChart) {
  if (!HAS_PRINCIPAL.includes(seat.state)) return { principal: null, principal_name: null, principal_kind: null };
  const { principal, capacity } = seat;
  return { principal, principal_name: nameOf(chart, principal, row), principal_kind: capacity };
}

function nameOf(chart: OrganisationChart, staffNo: string | null, row: SeatRow | undefined): string | null {
  if (staffNo === null) return null;
  return chart.person(staffNo as StaffNo)?.name ?? (row?.principal === staffNo ? row.principal_name : null);
}

/** When the seat was opened, and until when it should have acted (RULE-35). */
function openingOf(seat: Seat, row: SeatRow | undefined, { move, basis }: ChangeFacts) {
  const open = seat.state === 'active';
  if (open && (row?.state !== 'active' || row.attempt !== seat.attempt)) {
    const kind = move.after.steps.find(({ seats }) => seats.includes(seat))?.kind ?? 'line';
    return { opened_at: basis.at, due_on: basis.dueOn(kind) };
  }
  return {
    opened_at: HAS_PRINCIPAL.includes(seat.state) ? (row?.opened_at ?? null) : null,
    due_on: open ? (row?.due_on ?? null) : null,
  };
}

/** What lists say of an open seat whose holder is away. */
function standInOf(seat: Seat, standing: Standing | undefined) {
  const away = seat.state === 'active' && seat.handedTo === null ? (standing?.away ?? null) : null;
  const acting = away === null ? null : (standing?.acting ?? null);
  return {
    away,
    away_until: away !== null && standing?.awayUntil ? new Date(standing.awayUntil) : null,
    stand_in: acting?.staffNo ?? null,
    stand_in_name: acting?.name ?? null,
  };
}

function isSame(change: SeatChange, row: SeatRow): boolean {
  const keys = Object.keys(change) as (keyof SeatChange)[];
  return keys.every((key) => {
    const [a, b] = [change[key], row[key]];
    return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
  });
}
