import { parseDecimal, parseInteger, type NumberReading } from '../money/yen';
import { parseDate, parseFiscalYear } from '../wareki/parse';
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
  | 'not-a-year'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'not-chosen';

/** `path` is dotted as the inputs are named: 'expectedEffect.hoursSaved'. */
export interface FieldError {
  readonly path: string;
  readonly label: string;
  readonly code: FieldErrorCode;
  readonly limit?: number;
  /** Of a cell: its table, and its row counted from 1. */
  readonly cell?: { readonly table: string; readonly row: number };
}

export interface ReadFields {
  /** What can be saved now: empty and unreadable inputs are left out. */
  readonly fields: Record<string, unknown>;
  readonly errors: readonly FieldError[];
}

type Outcome = { value?: unknown; error?: Omit<FieldError, 'path' | 'label' | 'cell'> };

function readNumber(spec: FieldSpec, reading: NumberReading): Outcome {
  if (!reading.ok) return { error: { code: reading.error === 'unreadable' ? 'not-a-number' : reading.error } };
  return within(spec, reading.value);
}

function within({ minimum, maximum }: FieldSpec, value: number): Outcome {
  if (minimum !== null && value < minimum) return { error: { code: 'too-small', limit: minimum } };
  if (maximum !== null && value > maximum) return { error: { code: 'too-large', limit: maximum } };
  return { value };
}

function readText(spec: FieldSpec, text: string, today: string): Outcome {
  if (spec.kind === 'yen' || spec.kind === 'integer') return readNumber(spec, parseInteger(text));
  if (spec.kind === 'number') return readNumber(spec, parseDecimal(text));
  if (spec.kind === 'date') {
    const reading = parseDate(text, today);
    if (reading.ok) return { value: reading.iso };
    return { error: { code: reading.error === 'unreadable' ? 'not-a-date' : 'no-such-day' } };
  }
  if (spec.kind === 'fiscalYear') {
    const reading = parseFiscalYear(text, today);
    return reading.ok ? within(spec, reading.year) : { error: { code: 'not-a-year' } };
  }
  if (spec.kind === 'choice' && !spec.options.includes(text)) return { error: { code: 'not-chosen' } };
  const tooLong = spec.maxLength !== null && [...text].length > spec.maxLength;
  return tooLong ? { error: { code: 'too-long', limit: spec.maxLength ?? 0 } } : { value: text };
}

function readOne(spec: FieldSpec, raw: RawValue | undefined, today: string): Outcome {
  if (spec.kind === 'flag') return { value: raw === true };
  if (spec.kind === 'person' || spec.kind === 'unit') return readReference(raw);
  if (Array.isArray(raw)) {
    const lines = (raw as readonly string[]).filter((line) => line.trim() !== '');
    return lines.length > 0 ? { value: lines } : {};
  }
  const text = typeof raw === 'string' ? raw : '';
  return text.trim() === '' ? {} : readText(spec, text, today);
}

/** What was typed and not chosen from the list stays in the input, and is said. */
function readReference(raw: RawValue | undefined): Outcome {
  if (typeof raw !== 'object' || Array.isArray(raw)) return {};
  const { typed, ...chosen } = raw as RawValues;
  if (typeof typed !== 'string') return { value: chosen };
  return typed.trim() === '' ? {} : { error: { code: 'not-chosen' } };
}

const emptyRow = (row: RawValues): boolean =>
  Object.values(row).every((cell) => typeof cell === 'string' && cell.trim() === '');

/** Rows in which nothing stands are left out; what is required is required of the others. */
function readTable(spec: FieldSpec, raw: RawValue | undefined, { today, prefix = '' }: Reading) {
  const errors: FieldError[] = [];
  const rows: Record<string, unknown>[] = [];
  (Array.isArray(raw) ? (raw as readonly RawValues[]) : []).forEach((row, index) => {
    if (emptyRow(row)) return;
    const read = readFields(spec.children, row, { today, prefix: `${prefix}.${index}.` });
    rows.push(read.fields);
    errors.push(...read.errors.map((error) => ({ ...error, cell: { table: spec.label, row: index + 1 } })));
  });
  return { rows, errors };
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
    if (spec.kind === 'table') {
      const table = readTable(spec, value, { today, prefix: path });
      errors.push(...table.errors);
      if (table.rows.length > 0) fields[spec.name] = table.rows;
      else if (spec.required) errors.push({ path, label: spec.label, code: 'required' });
      continue;
    }
    const outcome = readOne(spec, value, today);
    if (outcome.error) errors.push({ path, label: spec.label, ...outcome.error });
    else if (outcome.value !== undefined) fields[spec.name] = outcome.value;
    else if (spec.required) errors.push({ path, label: spec.label, code: 'required' });
  }
  return { fields, errors };
}
