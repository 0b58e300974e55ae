import { trialPages, wordsFound } from './trial-pages';

describe('pages on which recognition is tried', () => {
  it('SCN-21 are full, differ from one another and are the same every time', () => {
    const pages = trialPages(3);
    expect(pages.map((lines) => lines.length)).toEqual([20, 20, 20]);
    expect(pages[0]).not.toEqual(pages[1]);
    expect(trialPages(3)).toEqual(pages);
  });

  it('SCN-21 count the words that were read, wherever lines break', () => {
    expect(wordsFound(['契約を締結する'], '契約を\n締結する')).toBe(1);
    expect(wordsFound(['契約の締結'], '契約の締給')).toBe(0.5);
    expect(wordsFound(['契約の締結'], '')).toBe(0);
    expect(wordsFound([], '何か')).toBe(1);
  });
});
