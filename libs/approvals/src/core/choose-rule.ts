import { holds, parseExpression } from './expression';
import type { DelegationRule, RouteFacts } from './route-facts';
import type { RouteProblem } from './route-plan';

export type RuleChoice =
  | { readonly ok: true; readonly rule: DelegationRule; readonly raised: boolean }
  | { readonly ok: false; readonly problem: RouteProblem };

type Matter = Pick<RouteFacts, 'amount' | 'fields' | 'escalations' | 'raising' | 'rules'>;

/** ROUTE-1 The first rule by priority whose condition and bounds hold; ROUTE-2 a ground for escalation raises it one level (RULE-23). */
export function chooseRule(matter: Matter): RuleChoice {
  const names = namesOf(matter);
  const conditional = matter.rules
    .filter((rule) => rule.when === '' || holds(parseExpression(rule.when), names))
    .toSorted(byPriority);
  const rule = conditional.find((candidate) => withinBounds(candidate, matter.amount));
  if (!rule) {
    const missing = matter.amount === null && conditional.length > 0;
    return { ok: false, problem: { code: missing ? 'amount-missing' : 'no-rule' } };
  }
  if (groundsOf(matter).length === 0) return { ok: true, rule, raised: false };
  const higher = conditional
    .filter((candidate) => candidate.deciderRank > rule.deciderRank)
    .toSorted((a, b) => a.deciderRank - b.deciderRank)[0];
  return { ok: true, rule: higher ? combine(rule, higher) : rule, raised: higher !== undefined };
}

/** The marks of the matter that go to the superior in this municipality. */
export function groundsOf({ escalations, raising }: Pick<RouteFacts, 'escalations' | 'raising'>): string[] {
  return escalations.filter((ground) => raising.includes(ground));
}

/** What conditions may ask: fields by name, `amount`, and each ground for escalation as a flag. */
function namesOf({ amount, fields, escalations }: Matter): Record<string, unknown> {
  const flags = Object.fromEntries(escalations.map((ground) => [ground, true]));
  return { ...fields, ...flags, ...(amount === null ? {} : { amount }) };
}

/** A rule with bounds says nothing about a matter without an amount. */
function withinBounds({ minAmount, maxAmount }: DelegationRule, amount: number | null): boolean {
  if (minAmount === null && maxAmount === null) return true;
  return amount !== null && (minAmount === null || amount >= minAmount) && (maxAmount === null || amount <= maxAmount);
}

/** Raised matters keep the concurrence that their own rule asks for, and gain that of the higher one. */
function combine(own: DelegationRule, higher: DelegationRule): DelegationRule {
  const asked = new Set(higher.concurrence.flatMap(({ units }) => units));
  const kept = own.concurrence
    .map(({ units, need }) => ({ need, units: units.filter((unit) => !asked.has(unit)) }))
    .filter(({ units }) => units.length > 0);
  return { ...higher, concurrence: [...kept, ...higher.concurrence] };
}

function byPriority(a: DelegationRule, b: DelegationRule): number {
  return a.priority - b.priority || a.deciderRank - b.deciderRank;
}
