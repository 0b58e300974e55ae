import type { FieldFault } from '@fubako/kernel';
import type { FieldSchema, FormSchema } from './form-shape';

/** 担当者: a person as the organisation called them on the day it was chosen, so that paper and search need no look-up. */
export interface NamedPerson {
  readonly staffNo: string;
  readonly name: string;
  readonly unitName: string;
  readonly postTitle: string;
}

/** 所管課: a unit as it was called on the day it was chosen. */
export interface NamedUnit {
  readonly code: string;
  readonly name: string;
}

/** Authors of forms may have written anything: what is no field has no widget. */
const widgetOf = (field: FieldSchema | null | undefined): unknown => field?.['x-ui']?.widget;
export const isPerson = (field: FieldSchema): boolean => widgetOf(field) === 'person';
export const isUnit = (field: FieldSchema): boolean => widgetOf(field) === 'unit';
/** 年度: the calendar year in which it begins. */
export const isFiscalYear = (field: FieldSchema): boolean =>
  widgetOf(field) === 'fiscal-year' && field.type === 'integer';
/** 内訳: rows of the same typed columns. */
export const isTable = (field: FieldSchema): boolean => widgetOf(field) === 'table';

const text = { type: 'string', maxLength: 200 };
const SHAPES = {
  person: { staffNo: text, name: text, unitName: text, postTitle: text },
  unit: { code: text, name: text },
} as const;

/** What a person or unit field holds; authors of forms name the widget only. Null for other fields. */
export function referenceShape(field: FieldSchema): FieldSchema | null {
  const widget = widgetOf(field);
  if ((widget !== 'person' && widget !== 'unit') || field.properties) return null;
  return { type: 'object', properties: SHAPES[widget], additionalProperties: false };
}

export interface TableColumn {
  readonly name: string;
  readonly label: string;
  readonly field: FieldSchema;
}

/** The columns of a table field from left to right. */
export function columnsOf({ items }: FieldSchema): TableColumn[] {
  const properties: Readonly<Record<string, FieldSchema>> = items?.properties ?? {};
  const wanted = items?.['x-ui']?.order;
  const order = (Array.isArray(wanted) ? (wanted as string[]) : []).filter((name) => Object.hasOwn(properties, name));
  const names = [...order, ...Object.keys(properties).filter((name) => !order.includes(name))];
  return names.flatMap((name) => {
    const field = properties[name];
    return field ? [{ name, label: field.title ?? name, field }] : [];
  });
}

/** DOC-8 Columns that mean amounts are summed up: money, unless the form says that it is a price of one (`sum: false`). */
export const isSummed = ({ 'x-ui': ui }: FieldSchema): boolean => ui?.widget === 'yen' && ui.sum !== false;

export type TableRow = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is TableRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const rowsOf = (value: unknown): TableRow[] => (Array.isArray(value) ? value.filter(isRow) : []);

/** Rows without their empty cells, and without empty rows; null when none is left. Other values stay as they are. */
export function withoutBlankRows(value: unknown, blank: (cell: unknown) => boolean): unknown {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRow)) return value;
  const filled = value.map((row: TableRow) =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => !blank(cell))),
  );
  const kept = filled.filter((row) => Object.keys(row).length > 0);
  return kept.length > 0 ? kept : null;
}

const CELL = /^\/fields\/([^/]+)\/(\d+)(?:\/([^/]+))?/;

/** A fault in a cell says in which row and column: `/fields/lines/2/price` is row 3, `単価`. */
export function placedInTable({ properties }: FormSchema, faults: readonly FieldFault[]): FieldFault[] {
  return faults.map((fault) => {
    const [, name = '', row, column] = CELL.exec(fault.pointer) ?? [];
    const table = properties[name];
    if (row === undefined || !table || !isTable(table)) return fault;
    const label = columnsOf(table).find((one) => one.name === column)?.label ?? null;
    return { ...fault, cell: { table: table.title ?? name, row: Number(row) + 1, column: label } };
  });
}
