import type { PlannedSeat, RoutePlan, StepKind } from './route-plan';

/** A post that has a say in a route. */
export interface Say {
  readonly postCode: string;
  readonly postTitle: string;
  readonly unitName: string;
  readonly kind: StepKind;
}

/** What becomes of one matter when it is planned otherwise. */
export interface RouteDifference {
  readonly changed: boolean;
  /** Null where there is no route. */
  readonly before: Decision | null;
  readonly after: Decision | null;
  /** 得る席: posts that act only in the route after. */
  readonly gained: readonly Say[];
  /** 失う席: posts that act only in the route before. */
  readonly lost: readonly Say[];
}

export interface Decision {
  /** 専決区分 */
  readonly label: string;
  readonly decider: Say;
}

/** WHATIF-1 Two plans of one matter: who decides, who gains a say and who loses one. The order of acts counts as part of the route. */
export function compareRoutes(before: RoutePlan, after: RoutePlan): RouteDifference {
  const [old, fresh] = [saysOf(before), saysOf(after)];
  const [oldPosts, freshPosts] = [postsOf(old), postsOf(fresh)];
  return {
    changed: spell(before) !== spell(after),
    before: decisionOf(before),
    after: decisionOf(after),
    gained: once(fresh.filter(({ postCode }) => !oldPosts.has(postCode))),
    lost: once(old.filter(({ postCode }) => !freshPosts.has(postCode))),
  };
}

/** Seats that must act, in acting order; a route that cannot be planned has none. */
function saysOf(plan: RoutePlan): Say[] {
  if (!plan.ok) return [];
  return plan.steps.flatMap(({ kind, seats }) => seats.filter(acts).map((seat) => sayOf(seat, kind)));
}

function acts({ skip }: PlannedSeat): boolean {
  return skip === null;
}

function sayOf({ postCode, postTitle, unitName }: PlannedSeat, kind: StepKind): Say {
  return { postCode, postTitle, unitName, kind };
}

function postsOf(says: readonly Say[]): ReadonlySet<string> {
  return new Set(says.map(({ postCode }) => postCode));
}

/** A post with two seats in one route has gained or lost one say. */
function once(says: readonly Say[]): Say[] {
  return [...new Map(says.map((say) => [say.postCode, say])).values()];
}

function decisionOf(plan: RoutePlan): Decision | null {
  if (!plan.ok) return null;
  const seat = plan.steps.findLast(({ kind }) => kind === 'decision')?.seats.find(acts);
  return seat ? { label: plan.decision.label, decider: sayOf(seat, 'decision') } : null;
}

/** Who acts in which order and under which name of the decision; reasons and holders are not the route. */
function spell(plan: RoutePlan): string {
  if (!plan.ok) return JSON.stringify(plan.problems.map(({ code }) => code));
  const steps = plan.steps
    .map(({ kind, seats }) => [kind, seats.filter(acts).map(({ postCode }) => postCode)] as const)
    .filter(([, posts]) => posts.length > 0);
  return JSON.stringify([plan.decision.label, steps]);
}
