import { chooseRule, groundsOf } from './choose-rule';
import { concurrenceStep } from './concurrence-steps';
import { forecast } from './forecast';
import { plannedSeat } from './planned-seat';
import type { ConcurrenceGroup, DelegationRule, RouteFacts } from './route-facts';
import type { PlannedSeat, PlannedStep, RoutePlan, RouteProblem, SeatReason } from './route-plan';
import type { PostFact } from './post-fact';

/**
 * 経路: who must agree, in which order, and who decides. The preview and the submission call this same function, and what
 * it says about seats that need no act comes from running the approval itself ({@link forecast}).
 * @returns a route with the reason of every seat, or what the facts lack
 */
export function planRoute(facts: RouteFacts): RoutePlan {
  const choice = chooseRule(facts);
  if (!choice.ok) return { ok: false, problems: [choice.problem] };
  const { rule, raised } = choice;
  const asked = rule.concurrence.flatMap(({ units }) => units.flatMap((path) => path.split('/')));
  const unknown = asked.filter((unit) => !facts.concurring[unit]);
  const decider = deciderSeat(facts, rule, raised);
  const problems: RouteProblem[] = unknown.map((unitCode) => ({ code: 'unknown-unit', unitCode }));
  if ('code' in decider) return { ok: false, problems: [...problems, decider] };
  if (problems.length > 0) return { ok: false, problems };
  const steps = forecast(orderSteps(facts, rule, decider), facts);
  return { ok: true, decision: { label: rule.reason, rank: decider.rank, raised }, steps };
}

/** ROUTE-3 The decider is the post the rule names, or the next head upward at its rank; never the drafter, never a vacant post. */
function deciderSeat(facts: RouteFacts, rule: DelegationRule, raised: boolean): PlannedSeat | RouteProblem {
  const named = rule.deciderPostCode === null ? null : facts.posts[rule.deciderPostCode];
  if (named === undefined) return { code: 'unknown-post', postCode: rule.deciderPostCode ?? '' };
  const upward = [
    ...facts.line.filter(({ rank }) => rank >= rule.deciderRank),
    ...(facts.topHead ? [facts.topHead] : []),
  ];
  const candidates = named ? [named, ...upward.filter(({ rank }) => rank >= named.rank)] : upward;
  const able = candidates.find((post) => canDecide(facts, post));
  if (!able) return { code: 'no-decider' };
  return plannedSeat(able, deciderReason(facts, rule, { raised, first: candidates[0], able }));
}

/** An empty post can wait for 代決 only where the municipality counts vacancy as 不在 (RULE-40). */
function canDecide(facts: RouteFacts, { holder, postCode }: PostFact): boolean {
  if (holder !== null) return holder.staffNo !== facts.drafter.staffNo;
  return facts.policy.absenceIncludesVacancy && (facts.standings[postCode]?.acting ?? null) !== null;
}

function deciderReason(
  facts: RouteFacts,
  rule: DelegationRule,
  { raised, first, able }: { raised: boolean; first: PostFact | undefined; able: PostFact },
): SeatReason {
  const inLine = rule.deciderPostCode !== null || facts.line.some(({ postCode }) => postCode === able.postCode);
  if (first && first.postCode !== able.postCode) {
    return { code: 'decider-upward', rule: rule.reason, because: first.holder === null ? 'vacant' : 'drafter' };
  }
  if (!inLine) return { code: 'decider-upward', rule: rule.reason, because: 'no-head' };
  return raised
    ? { code: 'decider-raised', rule: rule.reason, grounds: groundsOf(facts) }
    : { code: 'decider', rule: rule.reason };
}

/**
 * ROUTE-4 Own heads up to the section, concurring sections of the same department, the head of the department,
 * other concurring sections, review, the decider (RULE-21, RULE-22); readers at once, confirmation afterwards.
 */
function orderSteps(facts: RouteFacts, rule: DelegationRule, decider: PlannedSeat): PlannedStep[] {
  const line = facts.line
    .filter(({ rank, postCode }) => rank < decider.rank && postCode !== decider.postCode)
    .map((head) => lineStep(facts, head));
  const upToSection = line.filter((step) => step.seats.every(({ unitCode }) => isBelowDepartment(facts, unitCode)));
  const above = line.filter((step) => !upToSection.includes(step));
  const inside = (path: string) =>
    facts.departmentCode !== null &&
    facts.concurring[path.split('/')[0] ?? '']?.departmentCode === facts.departmentCode;
  const groups = (wanted: (path: string) => boolean) =>
    rule.concurrence
      .flatMap((group) => inOrder(facts, { ...group, units: group.units.filter(wanted) }))
      .flatMap((group) => concurrenceSteps(facts, rule, group));
  return [
    ...added(facts, 'circulation'),
    ...upToSection,
    ...groups(inside),
    ...above,
    ...groups((path) => !inside(path)),
    ...added(facts, 'concurrence'),
    ...review(facts, 'before'),
    { kind: 'decision' as const, need: 'all', seats: [decider] },
    ...review(facts, 'after'),
    ...added(facts, 'confirmation'),
  ];
}

function isBelowDepartment(facts: RouteFacts, unitCode: string): boolean {
  const kind = facts.line.find((head) => head.unitCode === unitCode)?.unitKind;
  return kind !== 'department' && kind !== 'body';
}

function lineStep(facts: RouteFacts, head: PostFact): PlannedStep {
  const reason = { code: 'line-head', unitName: head.unitName, title: head.postTitle } as const;
  const seat = { ...plannedSeat(head, reason), passOver: facts.passOver.includes(head.postCode) };
  return { kind: 'line', need: 'all', seats: [seat] };
}

/**
 * RULE-21 Where the town asks sections one after the other: in the order of 事務分掌, or as the table names them, the most
 * related first. A group of which some are enough stays side by side.
 */
function inOrder(facts: RouteFacts, group: ConcurrenceGroup): ConcurrenceGroup[] {
  if (facts.concurrenceOrder === 'parallel' || group.need !== 'all') return [group];
  const sortOf = (path: string): number => facts.concurring[path.split('/')[0] ?? '']?.sort ?? 0;
  const units =
    facts.concurrenceOrder === 'function_order' ? group.units.toSorted((a, b) => sortOf(a) - sortOf(b)) : group.units;
  return units.map((unit) => ({ units: [unit], need: 'all' }));
}

function concurrenceSteps(facts: RouteFacts, rule: DelegationRule, group: ConcurrenceGroup): PlannedStep[] {
  return group.units.length === 0 ? [] : [concurrenceStep(facts, rule, group)];
}

/** 審査 by the records clerk, where the matter type asks for it. */
function review(facts: RouteFacts, timing: 'before' | 'after'): PlannedStep[] {
  if (facts.review?.timing !== timing) return [];
  return [{ kind: 'review', need: 'all', seats: [plannedSeat(facts.review.post, { code: 'review', timing })] }];
}

/** What the drafter asks for beyond the rules: more may always be asked (RULE-26). */
function added(facts: RouteFacts, kind: 'concurrence' | 'confirmation' | 'circulation'): PlannedStep[] {
  const posts = facts.additions.filter((one) => one.kind === kind).map(({ post }) => post);
  if (posts.length === 0) return [];
  const reason = { code: 'added', by: facts.drafter.name, comment: null } as const;
  const seats = posts.map((post, index) => ({
    ...plannedSeat(post, reason),
    branch: index + 1,
    origin: 'drafter' as const,
  }));
  return [{ kind, need: 'all', seats }];
}
