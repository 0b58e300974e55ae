import { chooseRule } from './choose-rule';
import type { ConcurringUnit, DelegationRule, PostFact, RouteFacts } from './route-facts';
import type { PlannedSeat, PlannedStep, RoutePlan, RouteProblem, SeatReason, SkipReason } from './route-plan';

/**
 * 経路: who must agree, in which order, and who decides. The preview and the submission call this same function.
 * @returns a route with the reason of every seat, or what the facts lack
 */
export function planRoute(facts: RouteFacts): RoutePlan {
  const choice = chooseRule(facts);
  if (!choice.ok) return { ok: false, problems: [choice.problem] };
  const { rule, raised } = choice;
  const unknown = rule.concurrence.flat().filter((unit) => !facts.concurring[unit]);
  const decider = deciderSeat(facts, rule, raised);
  const problems: RouteProblem[] = unknown.map((unitCode) => ({ code: 'unknown-unit', unitCode }));
  if ('code' in decider) return { ok: false, problems: [...problems, decider] };
  if (problems.length > 0) return { ok: false, problems };
  const steps = orderSteps(facts, rule, decider);
  const merged = facts.samePerson === 'merge' ? mergeSamePerson(steps) : steps;
  return { ok: true, decision: { label: rule.reason, rank: decider.rank, raised }, steps: merged };
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
  const able = candidates.find(({ holder }) => holder !== null && holder.staffNo !== facts.drafter.staffNo);
  if (!able) return { code: 'no-decider' };
  return seat(able, deciderReason(facts, rule, { raised, first: candidates[0], able }), null);
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
    ? { code: 'decider-raised', rule: rule.reason, grounds: facts.escalations }
    : { code: 'decider', rule: rule.reason };
}

/**
 * ROUTE-4 Own heads up to the section, concurring sections of the same department, the head of the department,
 * other concurring sections, the decider (RULE-21, RULE-22).
 */
function orderSteps(facts: RouteFacts, rule: DelegationRule, decider: PlannedSeat): PlannedStep[] {
  const line = facts.line
    .filter(({ rank, postCode }) => rank < decider.rank && postCode !== decider.postCode)
    .map((head) => lineStep(facts, head));
  const upToSection = line.filter((step) => step.seats.every(({ unitCode }) => isBelowDepartment(facts, unitCode)));
  const above = line.filter((step) => !upToSection.includes(step));
  const inside = (unit: string) =>
    facts.departmentCode !== null && facts.concurring[unit]?.departmentCode === facts.departmentCode;
  const groups = (wanted: (unit: string) => boolean) =>
    rule.concurrence.flatMap((group) => {
      const units = group.filter(wanted);
      return units.length === 0 ? [] : [concurrenceStep(facts, rule, units)];
    });
  return [
    ...upToSection,
    ...groups(inside),
    ...above,
    ...groups((unit) => !inside(unit)),
    { kind: 'decision' as const, seats: [decider] },
  ];
}

function isBelowDepartment(facts: RouteFacts, unitCode: string): boolean {
  const kind = facts.line.find((head) => head.unitCode === unitCode)?.unitKind;
  return kind !== 'department' && kind !== 'body';
}

function lineStep(facts: RouteFacts, head: PostFact): PlannedStep {
  const skip: SkipReason | null =
    head.holder === null ? 'vacant' : head.holder.staffNo === facts.drafter.staffNo ? 'drafter' : null;
  return {
    kind: 'line',
    seats: [seat(head, { code: 'line-head', unitName: head.unitName, title: head.postTitle }, skip)],
  };
}

function concurrenceStep(facts: RouteFacts, rule: DelegationRule, units: readonly string[]): PlannedStep {
  const seats = units.flatMap((code) => {
    const unit = facts.concurring[code];
    return unit ? [concurrenceSeat(facts, rule, unit)] : [];
  });
  return { kind: 'concurrence', seats };
}

/** ROUTE-5 A concurring section speaks by its head; without one, by the next head upward. The own section need not be asked. */
function concurrenceSeat(facts: RouteFacts, rule: DelegationRule, unit: ConcurringUnit): PlannedSeat {
  const able = unit.heads.find(({ holder }) => holder !== null) ?? unit.heads[0];
  if (!able) return vacantSection(unit, rule);
  const own = unit.unitCode === facts.sectionCode;
  const drafter = able.holder?.staffNo === facts.drafter.staffNo;
  const skip: SkipReason | null = own ? 'own-section' : drafter ? 'drafter' : able.holder === null ? 'vacant' : null;
  const reason: SeatReason =
    able.unitCode === unit.unitCode
      ? { code: 'concurrence', unitName: unit.unitName, rule: rule.reason }
      : { code: 'concurrence-head-upward', unitName: unit.unitName, title: able.postTitle };
  return seat(able, reason, skip);
}

function vacantSection(unit: ConcurringUnit, rule: DelegationRule): PlannedSeat {
  return {
    postCode: '',
    postTitle: '',
    rank: 0,
    unitCode: unit.unitCode,
    unitName: unit.unitName,
    holder: null,
    reason: { code: 'concurrence', unitName: unit.unitName, rule: rule.reason },
    skip: 'vacant',
  };
}

function seat({ unitKind: _, ...post }: PostFact, reason: SeatReason, skip: SkipReason | null): PlannedSeat {
  return { ...post, reason, skip };
}

/** ROUTE-6 Who sits in several seats acts once, in the last and highest of them (RULE-25 `merge`). */
function mergeSamePerson(steps: readonly PlannedStep[]): PlannedStep[] {
  const acting = steps.flatMap(({ seats }) => seats).filter(({ skip }) => skip === null);
  const lastSeatOf = new Map(acting.map((planned) => [planned.holder?.staffNo, planned]));
  const merge = (planned: PlannedSeat): PlannedSeat =>
    planned.skip === null && lastSeatOf.get(planned.holder?.staffNo) !== planned
      ? { ...planned, skip: 'same-person' }
      : planned;
  return steps.map(({ kind, seats }) => ({ kind, seats: seats.map(merge) }));
}
