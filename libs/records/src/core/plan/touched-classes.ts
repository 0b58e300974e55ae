import { PLAN_COLUMNS, type PlanClass, type PlanColumn } from './filing-plan';
import { type NamedTerms, type PlanTerms, isShorter, termsOfPlan } from './terms-of-plan';

/** `inherited`: only what the law says of a class above it changes. */
export type TouchKind = 'added' | 'changed' | 'ended' | 'inherited';

/** A class that is not after a version what it was before it. */
export interface TouchedClass {
  readonly code: string;
  readonly kind: TouchKind;
  readonly before: PlanClass | null;
  readonly after: PlanClass;
  /** That differ; of a new class, those that say something. */
  readonly columns: readonly PlanColumn[];
  /** By what files are kept that are opened under it; null: it holds none. */
  readonly terms: { readonly before: PlanTerms | null; readonly after: PlanTerms | null };
  readonly shorter: boolean;
}

/** PLAN-6 Every class that a version touches, in the order of the plan; also those that only inherit another statutory period. */
export function touchedClasses(
  before: readonly PlanClass[],
  after: readonly PlanClass[],
  known: ReadonlyMap<string, NamedTerms>,
): TouchedClass[] {
  const [was, is] = [byCode(before), byCode(after)];
  return after.flatMap((one) => {
    const old = was.get(one.code) ?? null;
    const columns = PLAN_COLUMNS.filter((column) => (old ? old[column] !== one[column] : Boolean(one[column])));
    const terms = { before: termsOfPlan(one.code, was, known), after: termsOfPlan(one.code, is, known) };
    const shorter = terms.before !== null && terms.after !== null && isShorter(terms.before, terms.after);
    const inherits = terms.before?.floor?.years !== terms.after?.floor?.years;
    if (old && columns.length === 0 && !inherits) return [];
    return [{ code: one.code, kind: kindOf(old, one, columns), before: old, after: one, columns, terms, shorter }];
  });
}

function kindOf(before: PlanClass | null, after: PlanClass, columns: readonly PlanColumn[]): TouchKind {
  if (before === null) return 'added';
  if (columns.length === 0) return 'inherited';
  return columns.includes('lastYear') && after.lastYear !== null ? 'ended' : 'changed';
}

const byCode = (plan: readonly PlanClass[]): ReadonlyMap<string, PlanClass> =>
  new Map(plan.map((one) => [one.code, one]));
