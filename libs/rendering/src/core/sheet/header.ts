import type { ApprovalSheet, Particular } from '../approval-sheet';
import type { Block } from '../flow';
import { MEASURE, STYLE } from '../paper';
import type { Ruler } from '../ruler';
import { type Cell, rowSlices } from '../table';
import { setLine } from '../type-setting';

const LABEL_WIDTH = 58;
const HALF = MEASURE.width / 2;

/** Top of the first page: town at the left, dispatch number at the right (RULE-70), the form's name in the middle. */
export function titleBlock(sheet: ApprovalSheet, ruler: Ruler): Block {
  const line = { left: MEASURE.left, right: MEASURE.right, top: 0, height: 14 };
  const centre = { left: MEASURE.left, right: MEASURE.right, top: 20, height: 28 };
  const tracking = STYLE.title.size * 0.8;
  return {
    before: 0,
    slices: [
      {
        height: 56,
        marks: [
          ...setLine(sheet.municipalityName, line, { style: STYLE.small, ruler }),
          ...setLine(sheet.dispatchNumber ?? '', line, { style: STYLE.number, align: 'right', ruler }),
          ...setLine(sheet.title, centre, { style: STYLE.title, align: 'center', tracking, ruler }),
        ],
      },
      {
        height: 12,
        marks: setLine(`決裁区分　${sheet.decisionLabel}`, { ...line, height: 10 }, { style: STYLE.label, ruler }),
        keepWithNext: true,
      },
    ],
  };
}

/** The header table: particulars two to a row, then the subject across. */
export function headerBlock(sheet: ApprovalSheet, ruler: Ruler): Block {
  const particulars: Particular[] = [{ label: '起案番号', value: sheet.draftNumber }, ...sheet.particulars];
  const rows: Cell[][] = [];
  for (let at = 0; at < particulars.length; at += 2) rows.push(particularCells(particulars.slice(at, at + 2)));
  rows.push([
    labelCell('件名', MEASURE.left),
    valueCell(sheet.subject, { left: MEASURE.left, width: MEASURE.width, style: STYLE.subject }),
  ]);
  return { before: 8, slices: rows.flatMap((cells) => rowSlices(cells, ruler)) };
}

function particularCells(pair: readonly Particular[]): Cell[] {
  const width = pair.length === 1 ? MEASURE.width : HALF;
  return pair.flatMap(({ label, value }, index) => {
    const left = MEASURE.left + index * width;
    return [labelCell(label, left), valueCell(value, { left, width, style: STYLE.cell })];
  });
}

const labelCell = (text: string, left: number): Cell => ({
  left,
  width: LABEL_WIDTH,
  text,
  style: STYLE.label,
  shaded: true,
});

function valueCell(text: string, { left, width, style }: Pick<Cell, 'left' | 'width' | 'style'>): Cell {
  return { left: left + LABEL_WIDTH, width: width - LABEL_WIDTH, text, style };
}
