import { parseDecimal, parseInteger, type NumberReading } from '../money/yen';
import { parseDate } from '../wareki/parse';
import type { FieldSpec } from './field-spec';
import type { RawValue, RawValues } from './raw-values';

/** Why a typed value cannot stand; the dictionary has a text for each ('form.error.<code>'). */
export type FieldErrorCode =
  | 'required'
  | 'unit'
  | 'fraction'
  | 'not-a-number'
  | 'not-a-date'
  | 'no-such-day'
  | 'too-long'
  | 'too-small'
  | 'too-large';

/** `path` is dotted as the inputs are named: 'expectedEffect.hoursSaved'. */
export interface FieldError {
  readonly path: string;
  readonly label: string;
  readonly code: FieldErrorCode;
  readonly limit?: number;
}

export interface ReadFields {
  /** What can be saved now: empty and unreadable inputs are left out. */
  readonly fields: Record<string, unknown>;
  readonly errors: readonly FieldError[];
}

type Outcome = { value?: unknown; error?: Omit<FieldError, 'path' | 'label'> };

function readNumber(spec: FieldSpec, reading: NumberReading): Outcome {
  if (!reading.ok) return { error: { code: reading.error === 'unreadable' ? 'not-a-number' : reading.error } };
  if (spec.minimum !== null && reading.value < spec.minimum)
    return { error: { code: 'too-small', limit: spec.minimum } };
  if (spec.maximum !== null && reading.value > spec.maximum)
    return { error: { code: 'too-large', limit: spec.maximum } };
  return { value: reading.value };
}

function readText(spec: FieldSpec, text: string, today: string): Outcome {
  if (spec.kind === 'yen' || spec.kind === 'integer') return readNumber(spec, parseInteger(text));
  if (spec.kind === 'number') return readNumber(spec, parseDecimal(text));
  if (spec.kind === 'date') {
    const reading = parseDate(text, today);
    if (reading.ok) return { value: reading.iso };
    return { error: { code: reading.error === 'unreadable' ? 'not-a-date' : 'no-such-day' } };
  }
  const tooLong = spec.maxLength !== null && [...text].length > spec.maxLength;
  return tooLong ? { error: { code: 'too-long', limit: spec.maxLength ?? 0 } } : { value: text };
}

function readOne(spec: FieldSpec, raw: RawValue | undefined, today: string): Outcome {
  if (spec.kind === 'flag') return { value: raw === true };
  if (Array.isArray(raw)) {
    const lines = raw.filter((line) => line.trim() !== '');
    return lines.length > 0 ? { value: lines } : {};
  }
  const text = typeof raw === 'string' ? raw : '';
  return text.trim() === '' ? {} : readText(spec, text, today);
}

export interface Reading {
  /** Business date 'YYYY-MM-DD', for dates typed without a year. */
  readonly today: string;
  /** Put before every path, 'fields.'. */
  readonly prefix?: string;
}

/** Reads what is typed. Required fields left empty are errors too: while drafting the caller may overlook those. */
export function readFields(specs: readonly FieldSpec[], raw: RawValues, { today, prefix = '' }: Reading): ReadFields {
  const fields: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const spec of specs) {
    const path = prefix + spec.name;
    const value = raw[spec.name];
    if (spec.kind === 'group') {
      const inner = readFields(spec.children, (value ?? {}) as RawValues, { today, prefix: `${path}.` });
      errors.push(...inner.errors);
      if (Object.keys(inner.fields).length > 0) fields[spec.name] = inner.fields;
      else if (spec.required)
        errors.push({ path: `${path}.${spec.children[0]?.name ?? ''}`, label: spec.label, code: 'required' });
      continue;
    }
    const outcome = readOne(spec, value, today);
    if (outcome.error) errors.push({ path, label: spec.label, ...outcome.error });
    else if (outcome.value !== undefined) fields[spec.name] = outcome.value;
    else if (spec.required) errors.push({ path, label: spec.label, code: 'required' });
  }
  return { fields, errors };
}
