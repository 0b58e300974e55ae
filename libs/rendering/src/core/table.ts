import { type Block, type Slice, withoutWidows } from './flow';
import { type Mark, type Style, horizontal, vertical } from './marks';
import { CELL_LEADING, MEASURE, STYLE } from './paper';
import type { Align, TableColumn } from './passage';
import type { Ruler } from './ruler';
import { setLine } from './type-setting';

export interface Cell {
  readonly left: number;
  readonly width: number;
  readonly text: string;
  readonly style: Style;
  readonly align?: Align;
  readonly shaded?: boolean;
}

const PAD = { x: 5, y: 4 } as const;
/** A row up to this many lines is never cut by a page end. */
const INTACT_LINES = 8;

interface SetRow {
  readonly cells: readonly (Cell & { readonly lines: readonly string[] })[];
  readonly leading: number;
  readonly count: number;
}

/** A framed row. Short rows are one slice; long ones are cut between lines, each part closed by a rule (SPEC REND-31). */
export function rowSlices(cells: readonly Cell[], ruler: Ruler): Slice[] {
  const set = cells.map((cell) => ({ ...cell, lines: cellLines(cell, ruler) }));
  const leading = Math.max(...cells.map((cell) => cell.style.size)) * CELL_LEADING;
  const row: SetRow = { cells: set, leading, count: Math.max(...set.map((cell) => cell.lines.length)) };
  if (row.count <= INTACT_LINES) return [part(row, { from: 0, to: row.count }, ruler)];
  return withoutWidows(Array.from({ length: row.count }, (_, line) => part(row, { from: line, to: line + 1 }, ruler)));
}

function cellLines({ text, style, width }: Cell, ruler: Ruler): readonly string[] {
  const linesOf = (piece: string) => ruler.lines(piece, style, width - 2 * PAD.x);
  return text.split('\n').flatMap((paragraph) => {
    const lines = linesOf(paragraph);
    const fits = (piece: string) => linesOf(piece).length === 1;
    const whole = wholeWords(paragraph, fits);
    return whole.length > lines.length || !whole.every(fits) ? lines : whole;
  });
}

/** REND-35 In a narrow cell names and numbers stay whole: where no more lines come of it, one ends at a space rather than within a word. */
function wholeWords(text: string, fits: (piece: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<= )/u)) {
    const joined = (lines.at(-1) ?? '') + word;
    if (lines.length > 0 && fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}

function part(row: SetRow, { from, to }: { from: number; to: number }, ruler: Ruler): Slice {
  const padTop = from === 0 ? PAD.y : 0;
  const padBottom = to === row.count ? PAD.y : 0;
  const height = (to - from) * row.leading + padTop + padBottom;
  const [left, right] = edges(row.cells);
  const marks: Mark[] = [...frame(row.cells, height)];
  if (from === 0) marks.push(horizontal(0, left, right));
  if (to === row.count) marks.push(horizontal(height, left, right));
  for (const cell of row.cells) {
    cell.lines.slice(from, to).forEach((text, index) => {
      const room = {
        left: cell.left + PAD.x,
        right: cell.left + cell.width - PAD.x,
        top: padTop + index * row.leading,
        height: row.leading,
      };
      marks.push(...setLine(text, room, { style: cell.style, align: cell.align, ruler }));
    });
  }
  return to === row.count ? { height, marks } : { height, marks, cut: [horizontal(0, left, right)] };
}

function edges(cells: readonly Cell[]): [left: number, right: number] {
  return [Math.min(...cells.map((cell) => cell.left)), Math.max(...cells.map((cell) => cell.left + cell.width))];
}

function frame(cells: readonly Cell[], height: number): Mark[] {
  const shades = cells
    .filter((cell) => cell.shaded)
    .map((cell): Mark => ({ kind: 'area', x: cell.left, y: 0, width: cell.width, height, ink: 'shade' }));
  const sides = [...cells.map((cell) => cell.left), edges(cells)[1]];
  return [...shades, ...sides.map((x) => vertical(x, 0, height))];
}

/** A table with column headings, which return at the top of every page it runs on. */
export function tableBlock(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { ruler, before }: { ruler: Ruler; before: number },
): Block {
  const places = placed(columns);
  const [heading] = rowSlices(
    places.map((place) => ({
      ...place,
      text: place.heading,
      style: STYLE.label,
      align: 'center' as const,
      shaded: true,
    })),
    ruler,
  );
  const body = rows.flatMap((row) =>
    rowSlices(
      places.map((place, index) => ({ ...place, text: row[index] ?? '', style: STYLE.cell })),
      ruler,
    ),
  );
  return {
    before,
    slices: heading ? [{ ...heading, keepWithNext: true }, ...body] : body,
    ...(heading && { repeat: heading }),
  };
}

function placed(columns: readonly TableColumn[]): (TableColumn & { left: number; width: number })[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  let left: number = MEASURE.left;
  return columns.map((column) => {
    const width = (MEASURE.width * column.share) / shares;
    left += width;
    return { ...column, left: left - width, width };
  });
}
