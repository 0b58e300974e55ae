import { graphemesOf } from '@fubako/kernel';
import { halves } from './fit';

/** A date stamp (日付印): a circle with two chords; post or unit above, the date between, the family name below. */
export interface Stamp {
  /** Post or unit, abbreviated as the town does it, e.g. `課長` or `財政課長`. */
  readonly top: string;
  /** Short Japanese date, e.g. `8.11.22`. */
  readonly date: string;
  /** Family name; up to four characters print at natural width. */
  readonly name: string;
}

/** A line of a stamp. Coordinates in points from the centre of the circle, `y` downwards. */
export interface StampLine {
  readonly text: string;
  readonly size: number;
  readonly squeeze: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface StampGeometry {
  readonly radius: number;
  /** Distance of each chord from the centre, and half its length. */
  readonly chord: number;
  readonly halfChord: number;
  readonly lines: readonly StampLine[];
}

/** Proportions of the radius, taken from rubber date stamps. */
const CHORD = 0.29;
const MARGIN = 0.07;
const GAP = 0.05;
const LARGEST = { top: 0.4, date: 0.42, name: 0.45 };
/** Under this size a text is condensed (長体) to this degree, and then set on two levels. */
const COMFORTABLE = 0.29;
const CONDENSED = 0.72;
/** Kanji set on two levels still need to be told apart. */
const LEVELS_FROM = 7;

/** Geometry of a stamp (SPEC REND-40): every text lies inside the circle and touches no chord. */
export function stampGeometry(stamp: Stamp, radius: number, ems: (text: string) => number): StampGeometry {
  const chord = CHORD * radius;
  const reach = (1 - MARGIN) * radius;
  const near = chord + GAP * radius;
  const upper = segmentLines(levels(stamp.top), { near, reach, largest: LARGEST.top * radius, ems });
  const lower = segmentLines([stamp.name], { near, reach, largest: LARGEST.name * radius, ems });
  return {
    radius,
    chord,
    halfChord: Math.sqrt(radius * radius - chord * chord),
    lines: [...upper.map(mirrored).reverse(), ...bandLine(stamp.date, { chord, reach, radius, ems }), ...lower],
  };
}

const levels = (text: string): string[] => (graphemesOf(text).length >= LEVELS_FROM ? halves(text).reverse() : [text]);

interface Segment {
  readonly near: number;
  readonly reach: number;
  readonly largest: number;
  readonly ems: (text: string) => number;
}

/** Rows laid from the chord (`near`) outwards, below the centre. All rows share the size of the tightest. */
function segmentLines(rows: readonly string[], { near, reach, largest, ems }: Segment): StampLine[] {
  const widest = Math.max(...rows.map(ems));
  if (widest === 0) return [];
  const sizeAt = (squeeze: number) =>
    Math.min(largest, outermost({ near, reach, rows: rows.length, width: widest * squeeze }));
  const squeeze = sizeAt(1) >= COMFORTABLE * reach ? 1 : CONDENSED;
  const size = sizeAt(squeeze);
  const half = (widest * squeeze * size) / 2;
  const free = Math.sqrt(Math.max(0, reach * reach - half * half)) - near - rows.length * size;
  const start = near + Math.max(0, free) * 0.4;
  return rows.map((text, index) => lineAt(text, { size, squeeze, top: start + index * size, ems }));
}

/** Largest size at which a block of `rows` lines, `width` ems wide, standing on `near`, keeps its outer corners within `reach`. */
function outermost({ near, reach, rows, width }: { near: number; reach: number; rows: number; width: number }): number {
  const a = rows * rows + (width * width) / 4;
  const b = rows * near;
  const c = near * near - reach * reach;
  return (Math.sqrt(b * b - a * c) - b) / a;
}

function bandLine(
  text: string,
  { chord, reach, radius, ems }: { chord: number; reach: number; radius: number; ems: (text: string) => number },
): StampLine[] {
  const width = ems(text);
  if (width === 0) return [];
  const band = 2 * (chord - GAP * radius);
  const natural = Math.min(band, LARGEST.date * radius, (2 * reach) / Math.hypot(1, width));
  const squeeze = natural >= COMFORTABLE * reach ? 1 : CONDENSED;
  const size = Math.min(band, LARGEST.date * radius, (2 * reach) / Math.hypot(1, width * squeeze));
  return [lineAt(text, { size, squeeze, top: -size / 2, ems })];
}

function lineAt(
  text: string,
  { size, squeeze, top, ems }: { size: number; squeeze: number; top: number; ems: (text: string) => number },
): StampLine {
  const half = (ems(text) * size * squeeze) / 2;
  return { text, size, squeeze, left: -half, right: half, top, bottom: top + size };
}

const mirrored = (line: StampLine): StampLine => ({ ...line, top: -line.bottom, bottom: -line.top });
