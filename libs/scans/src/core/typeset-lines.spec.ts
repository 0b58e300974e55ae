import fc from 'fast-check';
import { columnsOf, pageText, SHEET, typesetPages } from './typeset-lines';

describe('SCN-24 pages of plain text', () => {
  const word = fc.string({ unit: fc.constantFrom(...'起案書ア１ab 、ｱ𠮷\n'), maxLength: 400 });

  it('lose no letter, and no line is wider or page longer than the sheet', () => {
    fc.assert(
      fc.property(word, (text) => {
        const pages = typesetPages(text);
        for (const lines of pages) {
          expect(lines.length).toBeLessThanOrEqual(SHEET.lines);
          for (const line of lines)
            expect([...line.text].reduce((sum, letter) => sum + columnsOf(letter), 0)).toBeLessThanOrEqual(
              SHEET.columns,
            );
        }
        expect(pages.map(pageText).join('').trimEnd()).toBe(text.trimEnd());
      }),
    );
  });

  it('begin where a form feed stands, and have blanks for tabs', () => {
    expect(typesetPages('甲\f乙\t丙').map(pageText)).toEqual(['甲\n', '乙    丙\n']);
  });

  it('leave out what turns the direction of letters or chooses their form', () => {
    expect(typesetPages('a\u202Eb\u{E0100}c\u0007').map(pageText)).toEqual(['abc\n']);
  });
});
