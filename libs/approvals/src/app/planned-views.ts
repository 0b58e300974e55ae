import type { Language } from '@fubako/platform/http';
import { reasonWords, skipWords } from '../core/reason-words';
import type { PlannedSeat, PlannedStep, RoutePlan, SkipReason } from '../core/route-plan';
import type { Standing } from '../core/standing';
import { routeProblemWords } from '../errors';
import type { RoutePreview, RouteSeat, RouteStep, SeatAwayView } from './approvals.views.dto';

type Standings = Readonly<Record<string, Standing | undefined>>;

/** A plan with who can act for its posts today. */
export interface PlannedRoute {
  readonly plan: RoutePlan;
  readonly standings: Standings;
}

/** A plan as a drafter sees it before submitting. */
export function previewView({ plan, standings }: PlannedRoute, language: Language): RoutePreview {
  if (!plan.ok) {
    return {
      decision: null,
      steps: [],
      problems: plan.problems.map(({ code }) => ({ code, detail: routeProblemWords(code, language) })),
    };
  }
  const decider = plan.steps.find(({ kind }) => kind === 'decision')?.seats[0];
  const why = decider ? reasonWords(decider.reason, language) : { rule: '', text: '' };
  const { label, rank } = plan.decision;
  return {
    decision: { label, rank, rule: why.rule, explanation: why.text },
    steps: plan.steps.map((step, index) => plannedStep(step, { no: index + 1, standings }, language)),
    problems: [],
  };
}

function plannedStep(
  { kind, need, seats }: PlannedStep,
  { no, standings }: { no: number; standings: Standings },
  language: Language,
): RouteStep {
  return {
    no,
    kind,
    state: seats.every(({ skip }) => skip !== null) ? 'skipped' : 'planned',
    need: need === 'all' ? null : need,
    seats: seats.map((seat) => plannedSeat(seat, standings[seat.postCode], language)),
  };
}

function plannedSeat(seat: PlannedSeat, standing: Standing | undefined, language: Language): RouteSeat {
  const { skip } = seat;
  return {
    id: null,
    postCode: seat.postCode,
    postTitle: seat.postTitle,
    unitCode: seat.unitCode,
    unitName: seat.unitName,
    holder: seat.holder ? { ...seat.holder } : null,
    state: skip === null ? 'planned' : stateOfSkip(skip),
    reason: skip === null || skip === 'removed' ? reasonWords(seat.reason, language) : skipWords(skip, language),
    act: null,
    openedAt: null,
    branch: seat.branch,
    origin: seat.origin,
    away: plannedAway(standing),
    heldUntil: null,
    handedTo: null,
    dueOn: null,
    postReview: null,
  };
}

/** A seat that needs no act, as it is shown. */
export function stateOfSkip(skip: SkipReason): 'merged' | 'removed' | 'skipped' {
  if (skip === 'same-person') return 'merged';
  return skip === 'removed' ? 'removed' : 'skipped';
}

function plannedAway(standing: Standing | undefined): SeatAwayView | null {
  if (!standing?.away) return null;
  const { acting } = standing;
  return {
    kind: standing.away,
    until: standing.awayUntil,
    standIn: acting && `${acting.unitName} ${acting.postTitle} ${acting.name}`,
  };
}
