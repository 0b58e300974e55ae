/** 措置: 廃棄, 移管, 延長. */
export const MEASURES = ['destroy', 'transfer', 'extend'] as const;
export type Measure = (typeof MEASURES)[number];

/** What the filing plan says is to happen when the period is over. */
export type Disposition = 'destroy' | 'transfer' | 'appraise' | 'review';

export const EXTENSION_YEARS = { min: 1, max: 30 } as const;

/** DISP-3 基準による案; null where the plan wants an appraisal, for which nobody can decide beforehand. */
export function proposalOf(disposition: Disposition, mustExtend: boolean): Measure | null {
  if (mustExtend) return 'extend';
  const proposals = { destroy: 'destroy', transfer: 'transfer', appraise: null, review: 'extend' } as const;
  return proposals[disposition];
}

export interface Choice {
  readonly measure: Measure;
  readonly reason: string | null;
  readonly extendYears: number | null;
}

export type ChoiceFault = 'reason-required' | 'term-required' | 'term-not-allowed' | 'must-extend';

/** Whether a choice is not what the plan proposes; what is appraised always needs its own ground. */
export function deviates(measure: Measure, proposal: Measure | null): boolean {
  return measure !== proposal;
}

/** DISP-4 What is missing in a choice; null: nothing. */
export function choiceFault(
  { measure, reason, extendYears }: Choice,
  { proposal, mustExtend }: { readonly proposal: Measure | null; readonly mustExtend: boolean },
): ChoiceFault | null {
  if (mustExtend && measure !== 'extend') return 'must-extend';
  if (measure === 'extend' && !isTerm(extendYears)) return 'term-required';
  if (measure !== 'extend' && extendYears !== null) return 'term-not-allowed';
  const grounded = reason !== null && reason.trim() !== '';
  return (deviates(measure, proposal) || measure === 'extend') && !grounded ? 'reason-required' : null;
}

function isTerm(years: number | null): boolean {
  return years !== null && Number.isInteger(years) && years >= EXTENSION_YEARS.min && years <= EXTENSION_YEARS.max;
}
