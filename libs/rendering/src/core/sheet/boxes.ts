import type { BoxMark, SheetBox } from '../approval-sheet';
import { type Fitted, fitHeading } from '../fit';
import type { Block, Slice } from '../flow';
import { type Mark, horizontal, moved, vertical } from '../marks';
import { MEASURE, STYLE } from '../paper';
import type { Ruler } from '../ruler';
import { setLine } from '../type-setting';
import { type StampPlace, cornerMark, stampMarks, waitingMarks } from './stamp-marks';

const BOX = { most: 9, widest: 72, height: 50, radius: 19, side: 3.5, label: 24 } as const;
const HEADING = { sizes: { largest: 8.5, smallest: 5.5 }, oneLevel: 16, twoLevels: 21, leading: 1.15 } as const;
const CORNER: Partial<Record<BoxMark, string>> = { acting: '代', 'post-review': '後' };

/** Decision boxes: the drafter at the right, the decider at the left; with two rows, the higher posts above (SPEC REND-41). */
export function decisionBlock(boxes: readonly SheetBox[], ruler: Ruler): Block {
  return boxBlock('決裁', [...boxes].reverse(), ruler);
}

/** Concurrence boxes, left to right; null when nobody is asked. */
export function concurrenceBlock(boxes: readonly SheetBox[], ruler: Ruler): Block | null {
  return boxes.length === 0 ? null : boxBlock('合議', boxes, ruler);
}

function boxBlock(label: string, boxes: readonly SheetBox[], ruler: Ruler): Block {
  const perRow = Math.max(1, Math.ceil(boxes.length / Math.ceil(boxes.length / BOX.most)));
  const width = Math.min(BOX.widest, (MEASURE.width - BOX.label) / perRow);
  const rows: Slice[] = [];
  for (let at = 0; at < boxes.length; at += perRow)
    rows.push(boxRow(label, boxes.slice(at, at + perRow), { width, ruler }));
  return { before: 6, slices: rows };
}

function boxRow(label: string, boxes: readonly SheetBox[], { width, ruler }: { width: number; ruler: Ruler }): Slice {
  const room = { width: width - 2 * BOX.side, sizes: HEADING.sizes };
  const headings = boxes.map((box) => fitHeading(box.heading, room, { face: STYLE.label.face, ruler }));
  const headHeight = headings.some((heading) => heading.lines.length > 1) ? HEADING.twoLevels : HEADING.oneLevel;
  const height = headHeight + BOX.height;
  const left = MEASURE.left + BOX.label;
  const right = left + boxes.length * width;
  const marks: Mark[] = [
    { kind: 'area', x: MEASURE.left, y: 0, width: BOX.label, height, ink: 'shade' },
    { kind: 'area', x: left, y: 0, width: right - left, height: headHeight, ink: 'shade' },
    horizontal(0, MEASURE.left, right),
    horizontal(headHeight, left, right),
    horizontal(height, MEASURE.left, right),
    vertical(MEASURE.left, 0, height),
    ...setLine(
      label,
      { left: MEASURE.left, right: left, top: 0, height },
      { style: STYLE.label, align: 'center', ruler },
    ),
  ];
  boxes.forEach((box, index) => {
    const x = left + index * width;
    marks.push(vertical(x, 0, height), ...headingMarks(headings[index], { x, width, height: headHeight, ruler }));
    marks.push(
      ...moved(
        boxMarks(box, { radius: Math.min(BOX.radius, width / 2 - BOX.side), ruler }),
        headHeight + BOX.height / 2,
        x + width / 2,
      ),
    );
  });
  return { height, marks: [...marks, vertical(right, 0, height)] };
}

function headingMarks(
  heading: Fitted | undefined,
  { x, width, height, ruler }: { x: number; width: number; height: number; ruler: Ruler },
): Mark[] {
  if (!heading) return [];
  const { lines, size, squeeze } = heading;
  const leading = size * HEADING.leading;
  const top = (height - lines.length * leading) / 2;
  return lines.flatMap((text, index) =>
    setLine(
      text,
      { left: x, right: x + width, top: top + index * leading, height: leading },
      {
        style: { face: STYLE.label.face, size },
        align: 'center',
        squeeze,
        ruler,
      },
    ),
  );
}

/** What stands in a box, around its centre. */
function boxMarks(box: SheetBox, place: StampPlace): Mark[] {
  const corner = box.mark ? CORNER[box.mark] : undefined;
  return [
    ...(box.stamp ? stampMarks(box.stamp, place) : []),
    ...(corner ? cornerMark(corner, place) : []),
    ...(box.mark === 'waiting' ? waitingMarks(place) : []),
    ...(box.mark === 'not-applicable' ? notApplicable(place.ruler) : []),
  ];
}

function notApplicable(ruler: Ruler): Mark[] {
  return setLine(
    '／',
    { left: -10, right: 10, top: -10, height: 20 },
    { style: { face: 'mincho', size: 16 }, align: 'center', ruler },
  );
}
