import type { Mark } from '../marks';
import { ASCENT } from '../paper';
import type { Ruler } from '../ruler';
import { type Stamp, stampGeometry } from '../stamp';
import { setLine } from '../type-setting';

/** Size of the stamp and what measures its text. Marks lie around the centre (0, 0). */
export interface StampPlace {
  readonly radius: number;
  readonly ruler: Ruler;
}

const OUTLINE = 1.1;
const CHORD = 0.8;
const CORNER = { size: 10.5, text: 8 } as const;

export function stampMarks(stamp: Stamp, { radius, ruler }: StampPlace): Mark[] {
  const face = 'minchoBold';
  const geometry = stampGeometry(stamp, radius, (text) => ruler.ems(text, face));
  const chords = [-geometry.chord, geometry.chord].map((y): Mark => ({
    kind: 'line',
    x: -geometry.halfChord,
    y,
    toX: geometry.halfChord,
    toY: y,
    width: CHORD,
    ink: 'vermilion',
  }));
  const texts = geometry.lines.map(({ text, size, squeeze, left, top }): Mark => ({
    kind: 'text',
    x: left,
    y: top + ASCENT * size,
    text,
    face,
    size,
    ink: 'vermilion',
    ...(squeeze < 1 && { squeeze }),
  }));
  return [{ kind: 'circle', x: 0, y: 0, radius, width: OUTLINE, ink: 'vermilion' }, ...chords, ...texts];
}

/** A small vermilion tab with one white character at the upper right, outside the circle: 代 or 後. */
export function cornerMark(text: string, { radius, ruler }: StampPlace): Mark[] {
  const { size } = CORNER;
  const left = radius * Math.SQRT1_2;
  const top = -radius * Math.SQRT1_2 - size;
  return [
    { kind: 'area', x: left, y: top, width: size, height: size, ink: 'vermilion' },
    ...setLine(
      text,
      { left, right: left + size, top, height: size },
      { style: { face: 'gothicBold', size: CORNER.text }, align: 'center', ink: 'white', ruler },
    ),
  ];
}

/** A dashed circle in grey: this seat's turn. Not vermilion, so that nobody takes it for a stamp. */
export function waitingMarks({ radius, ruler }: StampPlace): Mark[] {
  const room = { left: -radius, right: radius, top: -radius, height: 2 * radius };
  return [
    { kind: 'circle', x: 0, y: 0, radius, width: 0.7, ink: 'grey', dashed: true },
    ...setLine('未', room, { style: { face: 'gothic', size: 10 }, align: 'center', ink: 'grey', ruler }),
  ];
}
