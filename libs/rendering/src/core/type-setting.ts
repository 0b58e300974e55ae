import { graphemesOf } from '@fubako/kernel';
import type { Align } from './passage';
import type { Ink, Style, TextMark } from './marks';
import type { Ruler } from './ruler';
import { baselineIn } from './paper';

/** Room for one line: its band and its left and right edge. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

export interface Setting {
  readonly style: Style;
  readonly align?: Align;
  readonly ink?: Ink;
  readonly squeeze?: number;
  readonly tracking?: number;
}

/** One line of text in its room; no mark for an empty text. */
export function setLine(
  text: string,
  room: Room,
  { ruler, ...setting }: Setting & { readonly ruler: Ruler },
): TextMark[] {
  if (text === '') return [];
  const { style, align = 'left', ink = 'black', squeeze = 1, tracking } = setting;
  const gaps = tracking ? tracking * (graphemesOf(text).length - 1) : 0;
  const width = ruler.width(text, style) * squeeze + gaps;
  const slack = room.right - room.left - width;
  const x = room.left + (align === 'center' ? slack / 2 : align === 'right' ? slack : 0);
  const y = baselineIn(room.top, room.height, style.size);
  return [{ kind: 'text', x, y, text, ...style, ink, ...(squeeze < 1 && { squeeze }), ...(tracking && { tracking }) }];
}
