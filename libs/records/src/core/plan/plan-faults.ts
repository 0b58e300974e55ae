import { type PlanClass, hasEnded, lineOf } from './filing-plan';

/** What is wrong with a class of a drafted plan, or worth knowing about it. */
export interface PlanFault {
  readonly code: string;
  /** Of the class. */
  readonly classCode: string;
  /** Column of `filing_plan.csv`; empty: the whole class. */
  readonly column: string;
  /** An error keeps the version from being published. */
  readonly severity: 'error' | 'warning';
}

/** PLAN-5 What the checks of the import do not know: a class that goes on below one that ends, or ends before the plan begins. */
export function endingFaults(
  plan: readonly PlanClass[],
  changed: ReadonlySet<string>,
  fiscalYear: number,
): PlanFault[] {
  const byCode = new Map(plan.map((one) => [one.code, one]));
  const outlives = ({ code, lastYear }: PlanClass): boolean =>
    lineOf(code, byCode)
      .slice(1)
      .some((above) => above.lastYear !== null && (lastYear === null || lastYear > above.lastYear));
  const wrong = (code: string, { code: classCode }: PlanClass): PlanFault => ({
    code,
    classCode,
    column: 'last_year',
    severity: 'error',
  });
  return [
    ...plan.filter(outlives).map((one) => wrong('plan.outlives-its-parent', one)),
    ...plan
      .filter((one) => changed.has(one.code) && hasEnded(one, fiscalYear - 1))
      .map((one) => wrong('plan.ended-before', one)),
  ];
}
