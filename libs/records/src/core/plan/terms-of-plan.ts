import type { RetentionBasis, StatutoryFloor } from '../retention';
import { type PlanClass, lineOf } from './filing-plan';

/** 保存期間の区分 as the plan names it. */
export interface NamedTerms {
  readonly label: string;
  readonly years: number | null;
  readonly basis: RetentionBasis;
}

/** By what files are kept that are opened under a plan: its retention class, and the law where that is longer (RULE-84). */
export interface PlanTerms extends NamedTerms {
  readonly floor: StatutoryFloor | null;
}

/** @returns null for what holds no files */
export function termsOfPlan(
  code: string,
  plan: ReadonlyMap<string, PlanClass>,
  known: ReadonlyMap<string, NamedTerms>,
): PlanTerms | null {
  const line = lineOf(code, plan);
  const terms = known.get(line[0]?.retentionClass ?? '');
  if (line[0]?.level !== 3 || !terms) return null;
  const lawful = line.find(({ statutoryYears, statutoryLaw }) => statutoryYears !== null && statutoryLaw !== null);
  const floor = lawful ? { years: lawful.statutoryYears ?? 0, law: lawful.statutoryLaw ?? '' } : null;
  return { ...terms, floor };
}

/** Years in fact: no end beats every number, and the law what is less (RET-7). */
export const yearsInFact = ({ years, floor }: PlanTerms): number =>
  years === null ? Number.POSITIVE_INFINITY : Math.max(years, floor?.years ?? 0);

/** From which day on the years are counted, the earliest first. */
const BEGINNINGS: readonly RetentionBasis[] = ['file_earliest', 'created', 'file_latest', 'closed', 'event'];

/** PLAN-6 Fewer years, or as many that are counted from an earlier day. */
export function isShorter(before: PlanTerms, after: PlanTerms): boolean {
  const [was, is] = [yearsInFact(before), yearsInFact(after)];
  if (was !== is) return is < was;
  return Number.isFinite(is) && BEGINNINGS.indexOf(after.basis) < BEGINNINGS.indexOf(before.basis);
}

/** The law is longer than what the retention class says: it goes before (RULE-84). */
export const isBeatenByLaw = ({ years, floor }: PlanTerms): boolean =>
  years !== null && floor !== null && years < floor.years;
