import { plannedSeat } from './planned-seat';
import type { ConcurrenceGroup, ConcurringUnit, DelegationRule, RouteFacts } from './route-facts';
import type { PlannedSeat, PlannedStep, SeatReason, SkipReason } from './route-plan';

/** ROUTE-5 The sections of one group side by side, each with its own way from 担当 to 課長 (RULE-31). */
export function concurrenceStep(facts: RouteFacts, rule: DelegationRule, group: ConcurrenceGroup): PlannedStep {
  const branches = group.units.map((path, index) =>
    branchSeats(facts, rule, path).map((seat, turn) => ({ ...seat, branch: index + 1, turn: turn + 1 })),
  );
  return { kind: 'concurrence', need: group.need, seats: branches.flat() };
}

/** `S22/U221`: 財政係長 first, then 財政課長. */
function branchSeats(facts: RouteFacts, rule: DelegationRule, path: string): PlannedSeat[] {
  const [sectionCode = '', ...inner] = path.split('/');
  const section = facts.concurring[sectionCode];
  if (!section) return [];
  const within = inner.toReversed().flatMap((code) => innerSeat(facts, section, code));
  const seats = [...within, sectionSeat(facts, rule, section)];
  const skip = skipOf(facts, section);
  return skip === null ? seats : seats.map((seat) => ({ ...seat, ...skip }));
}

function innerSeat(facts: RouteFacts, section: ConcurringUnit, code: string): PlannedSeat[] {
  const unit = facts.concurring[code];
  const head = unit?.heads.find(({ unitCode }) => unitCode === code);
  if (!unit || !head) return [];
  return [plannedSeat(head, { code: 'concurrence-inner', unitName: unit.unitName, sectionName: section.unitName })];
}

/** A concurring section speaks by its head; without one, by the next head upward. */
function sectionSeat(facts: RouteFacts, rule: DelegationRule, unit: ConcurringUnit): PlannedSeat {
  const able = unit.heads.find(({ holder }) => holder !== null) ?? unit.heads[0];
  if (!able) return headless(unit, rule);
  const reason: SeatReason =
    able.unitCode === unit.unitCode
      ? { code: 'concurrence', unitName: unit.unitName, rule: rule.reason }
      : { code: 'concurrence-head-upward', unitName: unit.unitName, title: able.postTitle };
  return plannedSeat(able, reason);
}

/** The own section need not be asked; another may be left out by the drafter, for a reason that everybody sees. */
function skipOf(facts: RouteFacts, unit: ConcurringUnit): { skip: SkipReason; reason?: SeatReason } | null {
  if (unit.unitCode === facts.sectionCode) return { skip: 'own-section' };
  const comment = facts.removals[unit.unitCode];
  if (comment === undefined) return null;
  return { skip: 'removed', reason: { code: 'removed', comment, unitName: unit.unitName } };
}

function headless(unit: ConcurringUnit, rule: DelegationRule): PlannedSeat {
  const post = {
    postCode: '',
    postTitle: '',
    rank: 0,
    unitCode: unit.unitCode,
    unitName: unit.unitName,
    unitKind: '',
    holder: null,
  };
  const reason = { code: 'concurrence', unitName: unit.unitName, rule: rule.reason } as const;
  return { ...plannedSeat(post, reason), skip: 'vacant' };
}
