import { formatDay, formatFiscalYear } from '../wareki/format';
import { formatNumber } from '../money/yen';
import type { FieldSpec } from './field-spec';

/** What stands in the inputs: text as typed, ticks, lines of a list, groups of the same, rows of a table. */
export type RawValue = string | boolean | readonly string[] | RawValues | readonly RawValues[];
export interface RawValues {
  readonly [name: string]: RawValue;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function rawOf(spec: FieldSpec, value: unknown): RawValue {
  if (spec.kind === 'group') return rawValues(spec.children, isGroup(value) ? value : {});
  if (spec.kind === 'person' || spec.kind === 'unit') return isGroup(value) ? (value as RawValues) : '';
  if (spec.kind === 'table')
    return Array.isArray(value) ? value.filter(isGroup).map((row) => rawValues(spec.children, row)) : [];
  if (spec.kind === 'list') return Array.isArray(value) ? value.map(String) : [];
  if (spec.kind === 'flag') return value === true;
  if (value === undefined || value === null) return '';
  if (spec.kind === 'yen' && typeof value === 'number') return formatNumber(value);
  if (spec.kind === 'fiscalYear' && typeof value === 'number') return formatFiscalYear(value, 'ja');
  if (spec.kind === 'date') return formatDay(String(value), 'ja');
  return String(value);
}

/** Stored fields as the texts the inputs show; every field gets a value so that inputs stay controlled. */
export function rawValues(specs: readonly FieldSpec[], fields: Readonly<Record<string, unknown>>): RawValues {
  return Object.fromEntries(specs.map((spec) => [spec.name, rawOf(spec, fields[spec.name])]));
}
