import fc from 'fast-check';
import { type Block, type Slice, pour } from './flow';
import { type Mark, horizontal } from './marks';
import { Ruler } from './ruler';
import { rowSlices, tableBlock } from './table';

const COLUMN = { firstTop: 100, laterTop: 50, bottom: 500 };
const ruler = new Ruler({ find: () => ({ width: 1, standing: 'drawn' }) });

const slice = (name: string, height: number, keepWithNext = false): Slice => ({
  height,
  keepWithNext,
  marks: [{ kind: 'text', x: 0, y: 0, text: name, face: 'mincho', size: 10, ink: 'black' }],
});
const texts = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

const blocks: fc.Arbitrary<Block[]> = fc
  .array(
    fc.record({
      before: fc.integer({ min: 0, max: 40 }),
      parts: fc.array(fc.tuple(fc.integer({ min: 1, max: 160 }), fc.boolean()), { maxLength: 12 }),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ before, parts }, b) => ({
      before,
      slices: parts.map(([height, keep], s) => slice(`${b}.${s}`, height, keep)),
    })),
  );

describe('page flow', () => {
  it('REND-30 draws every slice once, in order', () => {
    fc.assert(
      fc.property(blocks, (list) => {
        const wanted = list.flatMap((block) => block.slices.flatMap((part) => texts(part.marks)));
        expect(pour(list, COLUMN).flatMap(texts)).toEqual(wanted);
      }),
    );
  });

  it('REND-30 keeps every slice within the column and lays none over another', () => {
    fc.assert(
      fc.property(blocks, (list) => {
        const heights = new Map(
          list.flatMap((block) => block.slices.map((part) => [texts(part.marks)[0]!, part.height])),
        );
        pour(list, COLUMN).forEach((marks, index) => {
          let end = index === 0 ? COLUMN.firstTop : COLUMN.laterTop;
          for (const mark of marks) {
            if (mark.kind !== 'text') continue;
            expect(mark.y).toBeGreaterThanOrEqual(end - 1e-9);
            end = mark.y + heights.get(mark.text)!;
            expect(end).toBeLessThanOrEqual(COLUMN.bottom + 1e-6);
          }
        });
      }),
    );
  });

  it('REND-31 repeats the column headings on every page a table runs on', () => {
    const table = tableBlock(
      [{ heading: '工種', share: 1 }],
      Array.from({ length: 60 }, (_, index) => [`行${index}`]),
      { ruler, before: 0 },
    );
    const pages = pour([table], COLUMN);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(texts(page).filter((text) => text === '工種')).toHaveLength(1);
  });

  it('REND-31 cuts a long row between lines and closes it with a rule on both pages', () => {
    const row = rowSlices([{ left: 0, width: 40, text: '意'.repeat(120), style: { face: 'mincho', size: 10 } }], ruler);
    const pages = pour([{ before: 0, slices: row }], COLUMN);
    expect(pages).toHaveLength(2);
    const rules = pages.map((page) => page.filter((mark) => mark.kind === 'line' && mark.y === mark.toY));
    expect(rules.map((list) => list.length)).toEqual([2, 2]);
    expect(rules[1]![0]).toEqual({ ...horizontal(COLUMN.laterTop, 0, 40) });
    expect(pages.flatMap(texts).join('')).toBe('意'.repeat(120));
  });

  it('REND-31 does not cut a short row', () => {
    expect(
      rowSlices([{ left: 0, width: 40, text: '意'.repeat(18), style: { face: 'mincho', size: 10 } }], ruler),
    ).toHaveLength(1);
  });

  it('REND-32 a heading moves to the next page with what follows it', () => {
    const pages = pour(
      [
        { before: 0, slices: [slice('before', 380)] },
        { before: 0, needsBelow: 18, slices: [slice('heading', 10)] },
        { before: 0, slices: [slice('text', 18)] },
      ],
      COLUMN,
    );
    expect(pages.map(texts)).toEqual([['before'], ['heading', 'text']]);
  });

  it('REND-34 a page break begins a page, but never leaves one blank', () => {
    const broken: Block = { before: 0, slices: [], onNewPage: true };
    expect(
      pour(
        [{ before: 0, slices: [slice('a', 10)] }, broken, broken, { before: 0, slices: [slice('b', 10)] }],
        COLUMN,
      ).map(texts),
    ).toEqual([['a'], ['b']]);
  });
});
