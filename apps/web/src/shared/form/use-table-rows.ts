import { useEffect, useRef, useState } from 'react';
import { get, useController, useFormContext, useFormState } from 'react-hook-form';
import { useMe } from '../api/session';
import type { FieldSpec } from './field-spec';
import { blankRow, placePasted, readPasted, tidyCell, type TableRow } from './pasted-cells';
import { useT } from '../i18n/translate';
import { useBlurCheck } from './use-blur-check';

export interface TableNote {
  readonly tone: 'done' | 'refused';
  readonly text: string;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

const moved = (rows: readonly TableRow[], from: number, to: number): TableRow[] => {
  const kept = rows.filter((_, index) => index !== from);
  return [...kept.slice(0, to), ...rows.slice(from, from + 1), ...kept.slice(to)];
};

/** The rows of one table field and all that is done to them; the cell to go to next takes the focus. */
export function useTableRows(name: string, spec: FieldSpec) {
  const t = useT();
  const { today } = useMe();
  const { control, clearErrors } = useFormContext<Record<string, unknown>>();
  const { field } = useController({ control, name });
  // A controller hears of its own errors alone, not of those of its cells.
  const { errors } = useFormState({ control, name });
  const check = useBlurCheck();
  const [note, setNote] = useState<TableNote | null>(null);
  const [undo, setUndo] = useState<readonly TableRow[] | null>(null);
  const next = useRef<Place | null>(null);
  const [built, setBuilt] = useState(0);
  const columns = spec.children;
  const stored = Array.isArray(field.value) ? (field.value as readonly TableRow[]) : [];
  const rows = stored.length > 0 ? stored : [blankRow(columns)];
  const idOf = ({ row, column }: Place) => `${name}.${row}.${columns[column]?.name ?? ''}`;

  useEffect(() => {
    if (!next.current) return;
    document.getElementById(idOf(next.current))?.focus();
    next.current = null;
  });

  /** Rows that came, went or moved leave no message at a row that it is not about. */
  const rebuild = (fresh: readonly TableRow[], focus: Place | null) => {
    clearErrors(name);
    setUndo(null);
    setNote(null);
    next.current = focus;
    setBuilt((count) => count + 1);
    field.onChange(fresh);
  };
  const full = spec.maxRows !== null && rows.length >= spec.maxRows;
  const add = (after: number, column = 0) => {
    if (full) return setNote({ tone: 'refused', text: t('table.full', { max: spec.maxRows ?? 0 }) });
    const fresh = [...rows.slice(0, after + 1), blankRow(columns), ...rows.slice(after + 1)];
    rebuild(fresh, { row: after + 1, column });
  };
  return {
    rows,
    full,
    note,
    idOf,
    /** Counts how often rows came, went or moved: what a cell had open is then about another row. */
    built,
    errors: get(errors, name) as unknown,
    add,
    write: ({ row, column }: Place, text: string) => {
      const key = columns[column]?.name ?? '';
      field.onChange(rows.map((one, index) => (index === row ? { ...one, [key]: text } : one)));
    },
    leave: ({ row, column }: Place) => {
      const spot = columns[column];
      const text = rows[row]?.[spot?.name ?? ''] ?? '';
      const tidy = spot ? tidyCell(spot, text, today) : text;
      if (spot && tidy !== text)
        field.onChange(rows.map((one, index) => (index === row ? { ...one, [spot.name]: tidy } : one)));
      check(idOf({ row, column }));
    },
    move: ({ row, column }: Place, by: 1 | -1) => {
      const to = row + by;
      if (to >= 0 && to < rows.length) rebuild(moved(rows, row, to), { row: to, column });
    },
    remove: ({ row, column }: Place) => {
      const left = rows.filter((_, index) => index !== row);
      rebuild(left, { row: Math.min(row, Math.max(left.length - 1, 0)), column });
      setUndo(rows);
      setNote({ tone: 'done', text: t('table.removed', { n: row + 1 }) });
    },
    /** Null: nothing was taken away. */
    undo: undo && (() => rebuild(undo, null)),
    goTo: (place: Place) => document.getElementById(idOf(place))?.focus(),
    /** @returns whether the text was cells: one word is pasted by the browser */
    paste: (at: Place, text: string): boolean => {
      const cells = readPasted(text);
      if (cells.length === 0 || (cells.length === 1 && cells[0]?.length === 1)) return false;
      const outcome = placePasted({ rows, columns, at, cells, maxRows: spec.maxRows, today });
      if (outcome.ok) {
        rebuild(outcome.rows, at);
        setUndo(rows);
        setNote({ tone: 'done', text: t('table.pasted', { n: cells.length }) });
      } else {
        const { wanted, room } = outcome;
        const text = outcome.error === 'columns' ? 'table.tooManyColumns' : 'table.tooManyRows';
        setNote({ tone: 'refused', text: t(text, { wanted, room }) });
      }
      return true;
    },
  };
}

export type TableRows = ReturnType<typeof useTableRows>;
