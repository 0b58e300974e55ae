import type { LabelledText } from '@fubako/documents';
import { graphemesOf } from '@fubako/kernel';
import type { Passage } from '@fubako/rendering';

type TextTable = NonNullable<LabelledText['table']>;

/** In characters: a column of short numbers stays legible, one of long texts leaves room for the others. */
const WIDTH = { least: 3, most: 24 } as const;

/** 内訳 on paper: numbered rows under their headings, sums below. */
export function tablePassages(label: string, { columns, rows, sums }: TextTable): Passage[] {
  const foot = sums ? [['合計', ...sums]] : [];
  const body = [...rows.map((cells, index) => [String(index + 1), ...cells]), ...foot];
  const width = (column: number) =>
    Math.max(...body.map((cells) => breadth(cells[column] ?? '')), breadth(columns[column - 1]?.heading ?? ''));
  return [
    { kind: 'heading', text: label },
    {
      kind: 'table',
      columns: [
        { heading: '番号', share: WIDTH.least, align: 'center' },
        ...columns.map(({ heading, numeric }, index) => ({
          heading,
          share: Math.min(Math.max(width(index + 1), WIDTH.least), WIDTH.most),
          ...(numeric && { align: 'right' as const }),
        })),
      ],
      rows: body,
    },
  ];
}

/** Half-width characters count half, with room for the frame. */
const breadth = (text: string): number =>
  graphemesOf(text).reduce((sum, one) => sum + (/^[\x20-\x7e]/.test(one) ? 0.55 : 1), 1);
