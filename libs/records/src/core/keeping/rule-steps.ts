import type { StatutoryFloor } from '../retention';
import type { ChangedRules, ClassTerms } from './rule-change';

/**
 * What one rule said and says: a retention class (`terms`), or by which retention class, and under which statutory period where
 * that changes, a class of the plan is kept (`class`).
 */
export type RuleSteps = { readonly code: string } & (
  | { readonly kind: 'terms'; readonly before: ClassTerms; readonly after: ClassTerms }
  | {
      readonly kind: 'class';
      readonly before: { readonly retentionClass: string };
      readonly after: { readonly retentionClass: string; readonly floor?: StatutoryFloor | null };
    }
);

export function stepsOf({ terms, classes }: ChangedRules): RuleSteps[] {
  const moved = [...classes.values()].map(({ code, from, to, floor, floorChanges }): RuleSteps => {
    const after = { retentionClass: to, ...(floorChanges ? { floor } : {}) };
    return { kind: 'class', code, before: { retentionClass: from }, after };
  });
  return [...moved, ...[...terms.values()].map((change): RuleSteps => ({ kind: 'terms', ...change }))];
}

/** The same rules again. @param now what every retention class says from now on */
export function rulesOf(steps: readonly RuleSteps[], now: ReadonlyMap<string, ClassTerms>): ChangedRules {
  const terms = steps.flatMap((step) => (step.kind === 'terms' ? [step] : []));
  const moved = steps.flatMap((step) => (step.kind === 'class' ? [step] : []));
  return {
    terms: new Map(terms.map(({ code, before, after }) => [code, { code, before, after }])),
    classes: new Map(
      moved.map(({ code, before: { retentionClass: from }, after: { retentionClass: to, floor } }) => [
        code,
        { code, from, to, floor: floor ?? null, floorChanges: floor !== undefined },
      ]),
    ),
    now,
  };
}
