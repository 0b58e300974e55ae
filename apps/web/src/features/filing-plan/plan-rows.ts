import type { PlanClass } from '../../shared/api/filing-plan';

export const planParts = ['all', 'common', 'section'] as const;
export type PlanPart = (typeof planParts)[number];

export interface PlanFilter {
  readonly words: string;
  readonly part: PlanPart;
  readonly onlyChanged: boolean;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The classes that fit, each with those above it, so that one sees where it stands. */
export function fittingClasses(classes: readonly PlanClass[], { words, part, onlyChanged }: PlanFilter): PlanClass[] {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  const byCode = new Map(classes.map((one) => [one.code, one]));
  const kept = new Set<string>();
  for (const one of classes) {
    const text = folded(`${one.code} ${one.name}`);
    const isOfPart = part === 'all' || (one.level === 3 && (part === 'section') === (one.sectionCode !== null));
    if (!isOfPart || (onlyChanged && one.change === null) || !wanted.every((word) => text.includes(word))) continue;
    for (let at: PlanClass | undefined = one; at && !kept.has(at.code); at = byCode.get(at.parentCode ?? ''))
      kept.add(at.code);
  }
  return classes.filter(({ code }) => kept.has(code));
}

/** The next free code below a class: `20-01-09` after `20-01-08`. */
export function nextCode(classes: readonly PlanClass[], parentCode: string | null): string {
  const siblings = classes.filter((one) => one.parentCode === parentCode).map(({ code }) => code);
  const numbers = siblings.map((code) => Number(/(\d+)$/.exec(code)?.[1] ?? 0));
  const next = Math.max(0, ...numbers) + (parentCode === null && numbers.length > 0 ? 10 : 1);
  const number = String(next).padStart(2, '0');
  return parentCode === null ? number : `${parentCode}-${number}`;
}
