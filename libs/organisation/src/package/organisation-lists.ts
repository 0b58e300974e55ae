import { CSV_START, csvLine } from '@fubako/kernel';
import type { RowsOptions } from './rows-section';
import { actingOrderRows } from './sections/acting-orders';
import { assignmentRows } from './sections/assignments';
import { functionRows } from './sections/functions';
import { orgUnitRows } from './sections/org-units';
import { personRows } from './sections/people';
import { postRows } from './sections/posts';
import { roleRows } from './sections/roles';
import type { Table } from './table';

/** The lists of an organisation, in the order in which they are read. */
export const listNames = ['orgUnits', 'functions', 'posts', 'people', 'assignments', 'roles', 'actingOrders'] as const;
export type ListName = (typeof listNames)[number];

type Rows = Pick<RowsOptions<object>, 'stored'> & { readonly table: Table<object> };

export const LIST_ROWS = {
  orgUnits: orgUnitRows,
  functions: functionRows,
  posts: postRows,
  people: personRows,
  assignments: assignmentRows,
  roles: roleRows,
  actingOrders: actingOrderRows,
} as unknown as Readonly<Record<ListName, Rows>>;

export const LIST_TABLES = Object.fromEntries(listNames.map((name) => [name, LIST_ROWS[name].table])) as Readonly<
  Record<ListName, Table<object>>
>;

/** Columns of one line as the list names them. */
export type ListRow = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

function cellOf(value: ListRow[string] | undefined): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(';') : String(value);
}

/** The list for a spreadsheet: what is changed in it and brought back is what changes. */
export function csvOfList(name: ListName, rows: readonly ListRow[]): string {
  const columns = Object.keys(LIST_TABLES[name].columns);
  const lines = rows.map((row) => csvLine(columns.map((column) => cellOf(row[column]))));
  return CSV_START + csvLine(columns) + lines.join('');
}
