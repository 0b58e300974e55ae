import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CSV_START, csvCell, csvLine } from './csv';

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('=1+1', '＝A1', '-2', '+3', '@SUM(A1)', '\t=1', '渡邉', 'a,b', 'a"b', '\r\n'),
);

describe('A list for spreadsheets', () => {
  it('SEA-33 comes back cell by cell, but for the apostrophe that disarms formulas', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const [read] = parse(CSV_START + csvLine(['見出し', ...cells]), {
          bom: true,
          relaxColumnCount: true,
        }) as string[][];
        expect(read!.slice(1).map((text, index) => (text === `'${cells[index]}` ? cells[index] : text))).toEqual(cells);
      }),
    );
  });

  it('SEA-33 holds no cell that begins as a formula does', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(csvCell(text).replace(/^"/, '')).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
      }),
    );
    for (const text of ['=1', ' =1', '＝1', '\n=1', '\t1', '-1', '@a']) expect(csvCell(text)).toMatch(/^"?'/);
    expect(csvCell(-5)).toBe('-5');
    expect([csvCell('－'), csvCell('－1'), csvCell('-')]).toEqual(['－', "'－1", "'-"]);
  });
});
