import type { Language } from '@fubako/platform/http';
import { reasonWords, skipWords } from '../core/reason-words';
import type { PlannedSeat, PlannedStep, RoutePlan } from '../core/route-plan';
import type { ActRow, SeatRow } from '../data/case.row';
import { routeProblemWords } from '../errors';
import type { RoutePreview, RouteSeat, RouteStep } from './approvals.views.dto';

/** A plan as a drafter sees it before submitting. */
export function previewView(plan: RoutePlan, language: Language): RoutePreview {
  if (!plan.ok) {
    return {
      decision: null,
      steps: [],
      problems: plan.problems.map(({ code }) => ({ code, detail: routeProblemWords(code, language) })),
    };
  }
  const decider = plan.steps.at(-1)?.seats[0];
  const why = decider ? reasonWords(decider.reason, language) : { rule: '', text: '' };
  const { label, rank } = plan.decision;
  return {
    decision: { label, rank, rule: why.rule, explanation: why.text },
    steps: plan.steps.map((step, index) => plannedStep(step, index + 1, language)),
    problems: [],
  };
}

function plannedStep({ kind, seats }: PlannedStep, no: number, language: Language): RouteStep {
  return {
    no,
    kind,
    state: seats.every(({ skip }) => skip !== null) ? 'skipped' : 'planned',
    seats: seats.map((seat) => plannedSeat(seat, language)),
  };
}

function plannedSeat(seat: PlannedSeat, language: Language): RouteSeat {
  const { skip } = seat;
  return {
    id: null,
    postCode: seat.postCode,
    postTitle: seat.postTitle,
    unitName: seat.unitName,
    holder: seat.holder ? { ...seat.holder } : null,
    state: skip === 'same-person' ? 'merged' : skip === null ? 'planned' : 'skipped',
    reason: skip === null ? reasonWords(seat.reason, language) : skipWords(skip, language),
    act: null,
    openedAt: null,
  };
}

/** The steps of the current round with what was done in them. */
export function stepViews(
  seats: readonly SeatRow[],
  acts: ReadonlyMap<string, ActRow>,
  language: Language,
): RouteStep[] {
  const steps = new Map<number, RouteStep>();
  for (const seat of seats) {
    const step = steps.get(seat.step_no) ?? { no: seat.step_no, kind: seat.step_kind, state: 'waiting', seats: [] };
    step.seats.push(seatView(seat, acts, language));
    steps.set(seat.step_no, step);
  }
  return [...steps.values()].map((step) => ({ ...step, state: stepState(step.seats) }));
}

function seatView(seat: SeatRow, acts: ReadonlyMap<string, ActRow>, language: Language): RouteSeat {
  const act = seat.act_id === null ? undefined : acts.get(seat.act_id);
  const staffNo = seat.principal ?? (seat.opened_at === null ? seat.planned_holder : null);
  const name = seat.principal_name ?? (seat.opened_at === null ? seat.planned_name : null);
  const kind = seat.principal_kind ?? seat.planned_kind;
  return {
    id: seat.id,
    postCode: seat.post_code,
    postTitle: seat.post_title,
    unitName: seat.unit_name,
    holder: staffNo && name && kind ? { staffNo, name, kind } : null,
    state: seat.skip === 'same-person' ? 'merged' : seat.state,
    reason: seat.skip === null ? reasonWords(seat.reason, language) : skipWords(seat.skip, language),
    act: act ? actView(act, seat.carried) : null,
    openedAt: seat.opened_at?.toISOString() ?? null,
  };
}

function actView(act: ActRow, stale: boolean) {
  return {
    kind: act.kind,
    outcome: act.outcome ?? 'approved',
    actorName: act.actor_name,
    postTitle: act.post_title,
    actedAt: act.acted_at.toISOString(),
    comment: act.comment,
    stale,
  };
}

function stepState(seats: readonly RouteSeat[]): RouteStep['state'] {
  const states = seats
    .map(({ state }) => (state === 'merged' ? 'skipped' : state))
    .filter((state) => state !== 'skipped');
  if (states.length === 0) return 'skipped';
  const order = ['active', 'suspended', 'waiting', 'done'] as const;
  return order.find((state) => states.includes(state)) ?? 'waiting';
}
