import type { Style } from './marks';

/** A4 portrait in points. The left margin is the wider one: sheets are punched and bound there (綴じしろ). */
export const PAPER = { width: 595.28, height: 841.89 } as const;

/** 472.5 pt is 45 characters of body text: whole characters, so that full lines end flush. */
export const MEASURE = { left: 68, right: 540.5, width: 472.5 } as const;

/** Where the text of a page begins and ends. */
export const COLUMN = { firstTop: 44, laterTop: 66, bottom: 784, headBaseline: 48, footBaseline: 808 } as const;

export const STYLE = {
  title: { face: 'gothicBold', size: 20 },
  body: { face: 'mincho', size: 10.5 },
  subject: { face: 'mincho', size: 12 },
  heading: { face: 'gothicBold', size: 10.5 },
  cell: { face: 'mincho', size: 9.5 },
  label: { face: 'gothic', size: 8.5 },
  small: { face: 'gothic', size: 8 },
  number: { face: 'mincho', size: 10.5 },
} as const satisfies Record<string, Style>;

/** Distance of body lines, in ems: 官公庁 paper is set airy, for pencil notes between the lines. */
export const BODY_LEADING = 1.72;
export const CELL_LEADING = 1.42;

/** The em box of Japanese fonts: 0.88 above the baseline, 0.12 below. */
export const ASCENT = 0.88;

/** Baseline of a line of text centred in a band `height` high that begins at `top`. */
export function baselineIn(top: number, height: number, size: number): number {
  return top + (height - size) / 2 + ASCENT * size;
}
