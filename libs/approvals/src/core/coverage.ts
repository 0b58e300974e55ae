import type { LocalDate } from '@fubako/kernel';
import type { RoutePlan, StepKind } from './route-plan';

/** A route that somebody may have to go: a rule of the table, for drafts of one unit. */
export interface PublishedRoute {
  readonly matterType: string;
  readonly matterTypeName: string;
  /** 専決区分 */
  readonly rule: string;
  readonly unitCode: string;
  readonly unitName: string;
}

export interface CoveredSeat {
  readonly postCode: string;
  readonly postTitle: string;
  readonly unitName: string;
  readonly kind: StepKind;
}

/** Something that routes of one matter type need: a seat, or (null) a route at all. */
export interface Demand {
  readonly seat: CoveredSeat | null;
  readonly matterType: string;
  /** Why there is no route; only without a seat. */
  readonly problem: string | null;
  readonly routes: readonly PublishedRoute[];
}

/** COVER-1 What routes need: a person in every seat that must act, and in every seat that is passed over because its post is empty. */
export function demandsOf(planned: readonly { readonly route: PublishedRoute; readonly plan: RoutePlan }[]): Demand[] {
  const demands = new Map<string, Demand & { readonly routes: PublishedRoute[] }>();
  const ask = (key: string, demand: Omit<Demand, 'routes'>, route: PublishedRoute): void => {
    const known = demands.get(key) ?? { ...demand, routes: [] };
    known.routes.push(route);
    demands.set(key, known);
  };
  for (const { route, plan } of planned) {
    const { matterType } = route;
    if (!plan.ok)
      for (const { code } of plan.problems)
        ask(['', code, matterType].join('\n'), { seat: null, matterType, problem: code }, route);
    else
      for (const seat of seatsIn(plan))
        ask(
          [seat.postCode, seat.unitName, seat.kind, matterType].join('\n'),
          { seat, matterType, problem: null },
          route,
        );
  }
  return [...demands.values()];
}

function seatsIn(plan: Extract<RoutePlan, { ok: true }>): CoveredSeat[] {
  return plan.steps.flatMap(({ kind, seats }) =>
    seats
      .filter(({ skip }) => skip === null || skip === 'vacant')
      .map(({ postCode, postTitle, unitName }) => ({ postCode, postTitle, unitName, kind })),
  );
}

/** A demand that nobody meets on a day, and why: `vacant`, `absent`, … */
export interface Lack {
  readonly demand: Demand;
  readonly why: string;
}

/** A run of open days on which the same is missing. */
export interface Gap {
  readonly from: LocalDate;
  /** The last open day of the run. */
  readonly until: LocalDate;
  readonly days: number;
  readonly seat: CoveredSeat | null;
  readonly why: string;
  /** The routes that stop there, each once. */
  readonly routes: readonly PublishedRoute[];
}

/** COVER-2 Days into runs: one line for a post and a reason, however many routes pass through it. */
export function gapsOf(days: readonly { readonly day: LocalDate; readonly lacks: readonly Lack[] }[]): Gap[] {
  const runs = new Map<string, Run[]>();
  days.forEach(({ day, lacks }, place) => {
    for (const lack of lacks) {
      const key = keyOf(lack);
      const known = runs.get(key) ?? [];
      const last = known.at(-1);
      if (last && last.place >= place - 1) last.add(day, place, lack.demand.routes);
      else known.push(new Run(day, place, lack));
      runs.set(key, known);
    }
  });
  const gaps = [...runs.values()].flat().map((run) => run.gap());
  return gaps.sort((a, b) => compare(a.from, b.from) || compare(a.seat?.postCode ?? '', b.seat?.postCode ?? ''));
}

/** A post that is missing is one thing, in whatever step; a missing route is one for each matter type. */
function keyOf({ demand: { seat, matterType }, why }: Lack): string {
  return seat ? [seat.postCode, seat.unitName, why].join('\n') : ['', matterType, why].join('\n');
}

class Run {
  private until: LocalDate;
  private days = 1;
  private readonly routes = new Map<string, PublishedRoute>();

  constructor(
    private readonly from: LocalDate,
    public place: number,
    private readonly first: Lack,
  ) {
    this.until = from;
    this.take(first.demand.routes);
  }

  add(day: LocalDate, place: number, routes: readonly PublishedRoute[]): void {
    if (place !== this.place) this.days += 1;
    this.place = place;
    this.until = day;
    this.take(routes);
  }

  gap(): Gap {
    const { from, until, days } = this;
    return { from, until, days, seat: this.first.demand.seat, why: this.first.why, routes: [...this.routes.values()] };
  }

  private take(routes: readonly PublishedRoute[]): void {
    for (const route of routes) this.routes.set([route.matterType, route.rule, route.unitCode].join('/'), route);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
