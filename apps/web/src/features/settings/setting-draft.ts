import type { Setting, SettingValue } from '../../shared/api/settings';
import { parseInteger } from '../../shared/money/yen';

/** A value as it is typed: texts one on each line. */
export type Typed = boolean | string | readonly string[];

export type Reading = { readonly ok: true; readonly value: SettingValue } | { readonly ok: false };

export function typedOf({ shape: { kind } }: Setting, value: SettingValue): Typed {
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return kind === 'texts' ? value.join('\n') : value;
  return value === null ? '' : String(value);
}

/** What is typed, as the API takes it; whether it may be, the API says. */
export function valueOf({ shape: { kind, mayBeEmpty, options } }: Setting, typed: Typed): Reading {
  if (typeof typed === 'boolean') return { ok: true, value: typed };
  // In the order of the options, so that the same ticks are the same value.
  if (typeof typed !== 'string') return { ok: true, value: options.filter((option) => typed.includes(option)) };
  const text = typed.trim();
  if (kind === 'texts') return { ok: true, value: linesOf(typed) };
  if (mayBeEmpty && text === '') return { ok: true, value: null };
  if (kind !== 'number') return { ok: true, value: text };
  const reading = parseInteger(text);
  return reading.ok ? { ok: true, value: reading.value } : { ok: false };
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Route settings can be tried on real matters (設定の試算). */
export const tried = ['concurrenceOrder', 'reviewTiming', 'absenceIncludesVacancy', 'escalationGrounds'] as const;
export type Tried = (typeof tried)[number];
export const canBeTried = (key: string): key is Tried => tried.some((one) => one === key);
