import { type AbsentCharacters, absentIn } from '../absent-characters';
import { type Block, type Slice, pour } from '../flow';
import { type Mark, type Style, horizontal } from '../marks';
import type { TableColumn } from '../passage';
import { type GlyphSource, Ruler } from '../ruler';
import { rowSlices } from '../table';
import { setLine } from '../type-setting';
import type { RegisterSheet } from './register-sheet';

/** A4 landscape in points. */
export const LANDSCAPE = { width: 841.89, height: 595.28 } as const;
const MEASURE = { left: 42, right: 800, width: 758 } as const;
const COLUMN = { firstTop: 40, laterTop: 52, bottom: 552 } as const;
const FOOT_TOP = 560;
const HEAD_TOP = 34;

const STYLE = {
  title: { face: 'gothicBold', size: 14 },
  note: { face: 'gothic', size: 8 },
  heading: { face: 'gothic', size: 7.5 },
  cell: { face: 'mincho', size: 8 },
} as const satisfies Record<string, Style>;

export interface RegisterPages extends AbsentCharacters {
  readonly pages: readonly (readonly Mark[])[];
}

/** A register as pages of marks: column headings return on every page, every page says which register it is and `n / N`. */
export function layOutRegister(sheet: RegisterSheet, glyphs: GlyphSource): RegisterPages {
  const ruler = new Ruler(glyphs);
  const blocks = [headBlock(sheet, ruler), tableBlock(sheet, ruler)];
  const pages = pour(blocks, COLUMN);
  const all = pages.map((marks, index) => [
    ...(index > 0 ? line(sheet.title, { top: HEAD_TOP, align: 'left' }, ruler) : []),
    ...marks,
    horizontal(FOOT_TOP - 2, MEASURE.left, MEASURE.right),
    ...line(sheet.foot, { top: FOOT_TOP, align: 'left' }, ruler),
    ...line(`${index + 1} / ${pages.length}`, { top: FOOT_TOP, align: 'right' }, ruler),
  ]);
  return { pages: all, ...absentIn(all.flat(), glyphs) };
}

function line(text: string, { top, align }: { top: number; align: 'left' | 'right' }, ruler: Ruler): Mark[] {
  const room = { left: MEASURE.left, right: MEASURE.right, top, height: 12 };
  return setLine(text, room, { style: STYLE.note, align, ruler });
}

function headBlock({ title, notes }: RegisterSheet, ruler: Ruler): Block {
  const room = (height: number) => ({ left: MEASURE.left, right: MEASURE.right, top: 0, height });
  const slices: Slice[] = [
    { height: 24, marks: setLine(title, room(22), { style: STYLE.title, align: 'center', ruler }), keepWithNext: true },
    ...notes
      .flatMap((note) => ruler.lines(note, STYLE.note, MEASURE.width))
      .map((text) => ({
        height: 12,
        marks: setLine(text, room(12), { style: STYLE.note, ruler }),
        keepWithNext: true,
      })),
  ];
  return { before: 0, slices };
}

function tableBlock({ columns, rows }: RegisterSheet, ruler: Ruler): Block {
  const places = placed(columns);
  const [heading] = rowSlices(
    places.map((place) => ({
      ...place,
      text: place.heading,
      style: STYLE.heading,
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
  const slices = heading ? [{ ...heading, keepWithNext: true }, ...body] : body;
  return { before: 6, slices, ...(heading && { repeat: heading }) };
}

function placed(columns: readonly TableColumn[]): (TableColumn & { left: number; width: number })[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let left: number = MEASURE.left;
  return columns.map((column) => {
    const width = (MEASURE.width * column.share) / shares;
    left += width;
    return { ...column, left: left - width, width };
  });
}
