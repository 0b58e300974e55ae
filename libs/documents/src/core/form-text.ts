import { formatFiscalYear, formatWareki, parseLocalDate } from '@fubako/kernel';
import {
  type NamedPerson,
  type NamedUnit,
  columnsOf,
  isFiscalYear,
  isPerson,
  isSummed,
  isTable,
  isUnit,
  rowsOf,
} from './field-kinds';
import type { FieldSchema, FormSchema } from './form-schema';

export interface LabelledText {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly multiline: boolean;
  /** The same as a table, where the field is one. */
  readonly table?: TextTable;
}

export interface TextTable {
  readonly columns: readonly { readonly heading: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** Sums under the columns that mean amounts; null where there is none. */
  readonly sums: readonly string[] | null;
}

/** The fields of a form in reading order, as words on paper: yen with separators, dates in wareki, nested fields by label. */
export function labelledTexts(schema: FormSchema, fields: Readonly<Record<string, unknown>>): LabelledText[] {
  return fieldOrder(schema).flatMap((name) => {
    const field = schema.properties[name];
    const value = fields[name];
    if (!field || value === undefined || value === null || value === '') return [];
    const table = isTable(field) ? textTable(field, value) : null;
    return [
      {
        name,
        label: plainLabel(field.title ?? name),
        text: textOf(field, value),
        multiline: field['x-ui']?.widget === 'textarea' || table !== null,
        ...(table && { table }),
      },
    ];
  });
}

export function fieldOrder(schema: FormSchema): string[] {
  const order = schema['x-ui']?.order ?? [];
  return [...order, ...Object.keys(schema.properties).filter((name) => !order.includes(name))];
}

export function textOf(field: FieldSchema | undefined, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field && isTable(field)) return tableText(field, value);
  if (Array.isArray(value)) return value.map((item) => textOf(field?.items, item)).join('、');
  return typeof value === 'object' ? wordsOf(field ?? {}, value) : scalarText(field, value);
}

function scalarText(field: FieldSchema | undefined, value: unknown): string {
  if (field?.['x-ui']?.widget === 'yen' && typeof value === 'number') return `${value.toLocaleString('ja-JP')}円`;
  if (field && isFiscalYear(field) && typeof value === 'number') return formatFiscalYear(value);
  if (field?.format !== 'date' || typeof value !== 'string') return String(value);
  const date = parseLocalDate(value);
  return date ? formatWareki(date) : value;
}

/** A line for each row. */
function tableText(field: FieldSchema, value: unknown): string {
  const lines = rowTexts(field, value).map((cells) => cells.join(' ').trim());
  return lines.join('\n');
}

function wordsOf(field: FieldSchema, value: object): string {
  if (isPerson(field)) {
    const { name, unitName, postTitle } = value as NamedPerson;
    return `${name}(${unitName} ${postTitle})`;
  }
  if (isUnit(field)) return (value as NamedUnit).name;
  return Object.entries(value)
    .map(([name, part]) => `${field.properties?.[name]?.title ?? name} ${textOf(field.properties?.[name], part)}`)
    .join('、');
}

/** The cells of each row, as on paper. */
export function rowTexts(field: FieldSchema, value: unknown): string[][] {
  const columns = columnsOf(field);
  return rowsOf(value).map((row) => columns.map((column) => textOf(column.field, row[column.name])));
}

function textTable(field: FieldSchema, value: unknown): TextTable {
  const columns = columnsOf(field);
  const isNumber = ({ field: column }: (typeof columns)[number]) =>
    (column.type === 'integer' || column.type === 'number') && !isFiscalYear(column);
  const sum = (name: string) =>
    rowsOf(value).reduce((total, row) => total + (typeof row[name] === 'number' ? Number(row[name]) : 0), 0);
  const sums = columns.map((column) => (isSummed(column.field) ? textOf(column.field, sum(column.name)) : ''));
  return {
    columns: columns.map((column) => ({ heading: plainLabel(column.label), numeric: isNumber(column) })),
    rows: rowTexts(field, value),
    sums: columns.some(({ field: column }) => isSummed(column)) ? sums : null,
  };
}

/** `契約金額（円・税込）` → `契約金額`: units stand beside the value on paper. */
function plainLabel(title: string): string {
  return title.replace(/（円[^）]*）$/, '');
}
