import { type AbsentCharacters, absentIn } from '../absent-characters';
import { type Mark, type Style, horizontal, moved, vertical } from '../marks';
import { PAPER } from '../paper';
import { type GlyphSource, Ruler } from '../ruler';
import { setLine } from '../type-setting';
import { type CodeModules, codeMarks } from './code-marks';
import type { FileLabel, LabelKind, LabelSheet } from './label-sheet';

const MM = 72 / 25.4;

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** Side of the code. */
  readonly code: number;
}

/** Backs of 45 mm as on common binders, eight on a sheet; boxes as on sheets of twelve labels (86.4 × 42.3 mm). */
const GRID: Record<LabelKind, Grid> = {
  spine: { columns: 4, rows: 2, width: 45 * MM, height: 135 * MM, code: 24 * MM },
  box: { columns: 2, rows: 6, width: 86.4 * MM, height: 42.3 * MM, code: 24 * MM },
};
const PAD = 6;

const STYLE = {
  title: { face: 'gothicBold', size: 13 },
  boxTitle: { face: 'gothicBold', size: 12 },
  plain: { face: 'gothic', size: 9 },
  small: { face: 'gothic', size: 7.5 },
  mark: { face: 'gothicBold', size: 9 },
} as const satisfies Record<string, Style>;

export interface LabelPages extends AbsentCharacters {
  readonly pages: readonly (readonly Mark[])[];
}

/** LAB-1 Labels from left to right and down, as many on a page as the grid holds; every label has a frame to cut along. */
export function layOutLabels(
  { kind, labels }: LabelSheet,
  { glyphs, codeOf }: { readonly glyphs: GlyphSource; readonly codeOf: (text: string) => CodeModules },
): LabelPages {
  const ruler = new Ruler(glyphs);
  const grid = GRID[kind];
  const perPage = grid.columns * grid.rows;
  const [marginX, marginY] = [
    (PAPER.width - grid.columns * grid.width) / 2,
    (PAPER.height - grid.rows * grid.height) / 2,
  ];
  const pages: Mark[][] = labels.length === 0 ? [[]] : [];
  labels.forEach((label, index) => {
    const place = index % perPage;
    if (place === 0) pages.push([]);
    const x = marginX + (place % grid.columns) * grid.width;
    const y = marginY + Math.floor(place / grid.columns) * grid.height;
    const code = label.link === '' ? null : codeOf(label.link);
    pages.at(-1)?.push(...moved([...frame(grid), ...content(label, { kind, grid, code }, ruler)], y, x));
  });
  return { pages, ...absentIn(pages.flat(), glyphs) };
}

function frame({ width, height }: Grid): Mark[] {
  return [horizontal(0, 0, width), horizontal(height, 0, width), vertical(0, 0, height), vertical(width, 0, height)];
}

interface Row {
  readonly text: string;
  readonly style: Style;
  readonly leading: number;
}

interface LabelPlan {
  readonly kind: LabelKind;
  readonly grid: Grid;
  readonly code: CodeModules | null;
}

/**
 * LAB-2 Year, marks, class and title from the top; section, period and reference stand at the foot. A long title is set smaller, then
 * cut with …. LAB-4 The code stands above the foot of a back, and at the right of a box.
 */
function content(label: FileLabel, { kind, grid, code }: LabelPlan, ruler: Ruler): Mark[] {
  const side = code === null ? 0 : grid.code;
  const width = grid.width - 2 * PAD - (kind === 'box' ? side : 0);
  const rows = (text: string, style: Style): Row[] =>
    text === '' ? [] : ruler.lines(text, style, width).map((one) => ({ text: one, style, leading: style.size * 1.4 }));
  const foot = [
    ...rows(label.section, STYLE.plain),
    ...rows(label.retention, STYLE.small),
    ...rows(label.reference, STYLE.small),
  ];
  const head = [...rows(label.year, STYLE.plain), ...rows(`${label.classCode} ${label.className}`, STYLE.small)];
  const marks = markRow(label.marks, width, ruler);
  const above = PAD + heightOf(head) + marks.height;
  const footTop = grid.height - PAD - heightOf(foot);
  const below = kind === 'spine' ? footTop - side : footTop;
  const place =
    kind === 'spine'
      ? { x: (grid.width - side) / 2, y: below }
      : { x: grid.width - side - 2, y: (grid.height - side) / 2 };
  const style = kind === 'spine' ? STYLE.title : STYLE.boxTitle;
  const title = named(label, { style, width, height: below - above - 4 }, ruler);
  return [
    ...set(head, { top: PAD, width, align: 'left' }, ruler),
    ...moved(marks.marks, PAD + heightOf(head), PAD),
    ...set(title, { top: above + Math.max(0, (below - above - heightOf(title)) / 2), width, align: 'center' }, ruler),
    ...set(foot, { top: footTop, width, align: 'left' }, ruler),
    ...(code === null ? [] : codeMarks(code, { ...place, side })),
  ];
}

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, { leading }) => sum + leading, 0);

function set(
  rows: readonly Row[],
  { top: from, width, align }: { top: number; width: number; align: 'left' | 'center' },
  ruler: Ruler,
): Mark[] {
  let top = from;
  return rows.flatMap(({ text, style, leading }) => {
    const room = { left: PAD, right: PAD + width, top, height: leading };
    top += leading;
    return setLine(text, room, { style, align, ruler });
  });
}

const SMALLEST = 8;

interface TitleRoom {
  readonly style: Style;
  readonly width: number;
  readonly height: number;
}

/** The volume stands behind a short title, else whole on a line of its own: it is never what is cut off. */
function named({ title, volume }: FileLabel, room: TitleRoom, ruler: Ruler): Row[] {
  const whole = volume === '' ? title : `${title}　${volume}`;
  if (volume === '' || ruler.lines(whole, room.style, room.width).length === 1) return fitted(whole, room, ruler);
  const last: Row = { text: volume, style: room.style, leading: room.style.size * 1.35 };
  return [...fitted(title, { ...room, height: room.height - last.leading }, ruler), last];
}

function fitted(text: string, room: TitleRoom, ruler: Ruler): Row[] {
  const at = (size: number): Row[] => {
    const style = { ...room.style, size };
    return ruler.lines(text, style, room.width).map((one) => ({ text: one, style, leading: size * 1.35 }));
  };
  for (let size = room.style.size; size > SMALLEST; size -= 0.5) {
    const rows = at(size);
    if (heightOf(rows) <= room.height) return rows;
  }
  const rows = at(SMALLEST);
  const kept = rows.slice(0, Math.max(1, Math.floor(room.height / (SMALLEST * 1.35))));
  return kept.length === rows.length
    ? rows
    : kept.map((row, i) => (i < kept.length - 1 ? row : { ...row, text: `${row.text.slice(0, -1)}…` }));
}

/** Framed marks beside each other, on further rows when they do not fit. */
function markRow(texts: readonly string[], width: number, ruler: Ruler): { marks: Mark[]; height: number } {
  const height = STYLE.mark.size * 1.5;
  const marks: Mark[] = [];
  let [x, y] = [0, 2];
  for (const text of texts) {
    const wide = ruler.width(text, STYLE.mark) + 8;
    if (x > 0 && x + wide > width) [x, y] = [0, y + height + 3];
    marks.push(
      horizontal(y, x, x + wide),
      horizontal(y + height, x, x + wide),
      vertical(x, y, y + height),
      vertical(x + wide, y, y + height),
      ...setLine(text, { left: x, right: x + wide, top: y, height }, { style: STYLE.mark, align: 'center', ruler }),
    );
    x += wide + 4;
  }
  return { marks, height: texts.length === 0 ? 0 : y + height + 3 };
}
