/** Typefaces of official paper: Ming (明朝) for what people wrote, Gothic for what the form itself says. */
export const Face = {
  mincho: 'mincho',
  minchoBold: 'minchoBold',
  gothic: 'gothic',
  gothicBold: 'gothicBold',
} as const;
export type Face = (typeof Face)[keyof typeof Face];

/** Inks of the paper; the press knows their colours. Vermilion (朱) is kept for stamps alone. */
export type Ink = 'black' | 'grey' | 'vermilion' | 'white' | 'shade';

/** A typeface at a size in points. */
export interface Style {
  readonly face: Face;
  readonly size: number;
}

/** Text of one line. `y` is the baseline. */
export interface TextMark extends Style {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly ink: Ink;
  /** Horizontal scale, 1 = natural, smaller = condensed (長体). */
  readonly squeeze?: number;
  /** Points added after every character but the last (字送り, 均等割付). */
  readonly tracking?: number;
}

export interface LineMark {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
  readonly width: number;
  readonly ink: Ink;
}

/** A filled rectangle; `x`, `y` is its top left corner. */
export interface AreaMark {
  readonly kind: 'area';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
}

export interface CircleMark {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly ink: Ink;
  readonly dashed?: boolean;
}

/** What the press can draw. Points (1/72 inch) from the top left corner, `y` downwards; later marks lie on top. */
export type Mark = TextMark | LineMark | AreaMark | CircleMark;

/** The same marks further down (and right) on the page. */
export function moved(marks: readonly Mark[], dy: number, dx = 0): Mark[] {
  return marks.map((mark) =>
    mark.kind === 'line'
      ? { ...mark, x: mark.x + dx, y: mark.y + dy, toX: mark.toX + dx, toY: mark.toY + dy }
      : { ...mark, x: mark.x + dx, y: mark.y + dy },
  );
}

const HAIRLINE = 0.5;

export function horizontal(y: number, from: number, to: number): LineMark {
  return { kind: 'line', x: from, y, toX: to, toY: y, width: HAIRLINE, ink: 'black' };
}

export function vertical(x: number, from: number, to: number): LineMark {
  return { kind: 'line', x, y: from, toX: x, toY: to, width: HAIRLINE, ink: 'black' };
}
