import { diffArrays } from 'diff';
import { columnsOf } from './field-kinds';
import type { FieldSchema } from './form-schema';
import { rowTexts } from './form-text';

/** A row of a table that came, went or is another one; rows are counted from 1. */
export interface RowChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: number | null;
  readonly after: number | null;
  /** Of a changed row the cells that differ, of another all that are filled. */
  readonly cells: readonly CellChange[];
}

export interface CellChange {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Row {
  readonly no: number;
  readonly cells: readonly string[];
}

/** DOC-8 Tables are compared row by row: rows that stayed are passed over, one that was rewritten is shown by its cells. */
export function compareRows(field: FieldSchema, before: unknown, after: unknown): RowChange[] {
  const columns = columnsOf(field).map(({ label }) => label);
  const [old, fresh] = [rowsIn(field, before), rowsIn(field, after)];
  const changes: RowChange[] = [];
  let removed: readonly Row[] = [];
  for (const part of diffArrays(old, fresh, { comparator: same })) {
    if (part.removed) removed = part.value;
    else if (part.added) {
      changes.push(...replaced(removed, part.value, columns));
      removed = [];
    } else {
      changes.push(...removed.map((row) => gone(row, columns)));
      removed = [];
    }
  }
  return [...changes, ...removed.map((row) => gone(row, columns))];
}

const rowsIn = (field: FieldSchema, value: unknown): Row[] =>
  rowTexts(field, value).map((cells, index) => ({ no: index + 1, cells }));

const same = (a: Row, b: Row): boolean => a.cells.every((cell, index) => cell === b.cells[index]);
const related = (a: Row, b: Row): boolean => a.cells.some((cell, index) => cell !== '' && cell === b.cells[index]);

/** Old and new rows in the same place are one changed row where a cell of them is the same. */
function replaced(old: readonly Row[], fresh: readonly Row[], columns: readonly string[]): RowChange[] {
  const left = [...old];
  const changes: RowChange[] = [];
  for (const row of fresh) {
    const at = left.findIndex((one) => related(one, row));
    const was = at < 0 ? undefined : left[at];
    if (!was) changes.push(come(row, columns));
    else {
      changes.push(
        ...left
          .splice(0, at + 1)
          .slice(0, -1)
          .map((one) => gone(one, columns)),
      );
      changes.push({ change: 'changed', before: was.no, after: row.no, cells: cells(was, row, columns) });
    }
  }
  return [...changes, ...left.map((row) => gone(row, columns))];
}

const come = (row: Row, columns: readonly string[]): RowChange => ({
  change: 'added',
  before: null,
  after: row.no,
  cells: cells(null, row, columns),
});

const gone = (row: Row, columns: readonly string[]): RowChange => ({
  change: 'removed',
  before: row.no,
  after: null,
  cells: cells(row, null, columns),
});

function cells(old: Row | null, fresh: Row | null, columns: readonly string[]): CellChange[] {
  return columns.flatMap((column, index) => {
    const [before, after] = [old?.cells[index] || null, fresh?.cells[index] || null];
    return before === after ? [] : [{ column, before, after }];
  });
}
