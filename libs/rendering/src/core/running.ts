import { graphemesOf } from '@fubako/kernel';
import { type Mark, type Style, horizontal } from './marks';
import { COLUMN, MEASURE, STYLE } from './paper';
import type { Ruler } from './ruler';
import { setLine } from './type-setting';

/** What every page carries (SPEC REND-33). */
export interface Running {
  /** Small at the top of every page but the first. */
  readonly head: string;
  readonly foot: string;
  /** What stands at the right of the foot of a page, counted from 0; `n / N` when left out. */
  readonly place?: (page: number) => string;
}

/** Adds the running head and foot; the page count is known only now. */
export function withRunning(pages: readonly (readonly Mark[])[], running: Running, ruler: Ruler): Mark[][] {
  return pages.map((marks, index) => [
    ...(index > 0 ? headMarks(running.head, ruler) : []),
    ...marks,
    ...footMarks(running.foot, running.place?.(index) ?? `${index + 1} / ${pages.length}`, ruler),
  ]);
}

function headMarks(text: string, ruler: Ruler): Mark[] {
  const line = lineAt(COLUMN.headBaseline);
  return [
    ...setLine(shortened(text, MEASURE.width, { style: STYLE.small, ruler }), line, { style: STYLE.small, ruler }),
    horizontal(COLUMN.headBaseline + 5, MEASURE.left, MEASURE.right),
  ];
}

function footMarks(text: string, page: string, ruler: Ruler): Mark[] {
  const line = lineAt(COLUMN.footBaseline);
  const pageWidth = ruler.width(page, STYLE.small) + STYLE.small.size;
  return [
    ...setLine(shortened(text, MEASURE.width - pageWidth, { style: STYLE.small, ruler }), line, {
      style: STYLE.small,
      ruler,
    }),
    ...setLine(page, line, { style: STYLE.small, align: 'right', ruler }),
  ];
}

const lineAt = (baseline: number) => ({ left: MEASURE.left, right: MEASURE.right, top: baseline - 10, height: 12 });

/** Running lines alone may be cut short (…): what they repeat stands in full on the first page. */
function shortened(text: string, width: number, { style, ruler }: { style: Style; ruler: Ruler }): string {
  if (ruler.width(text, style) <= width) return text;
  const kept: string[] = [];
  let room = width - ruler.width('…', style);
  for (const grapheme of graphemesOf(text)) {
    room -= ruler.width(grapheme, style);
    if (room < 0) break;
    kept.push(grapheme);
  }
  return `${kept.join('')}…`;
}
