import { foldKey } from '@fubako/kernel';
import { fitsWords } from './search-words';

describe('Words that people, posts and units are found by', () => {
  it('all must be there, in any order, width and old shape', () => {
    const key = foldKey('渡邉 和子 わたなべ かずこ 福祉課 係長');
    expect(fitsWords('渡辺')(key)).toBe(true);
    expect(fitsWords('福祉課　渡辺')(key)).toBe(true);
    expect(fitsWords('財政課 渡辺')(key)).toBe(false);
  });

  it('nothing typed, or only blanks, fits everything', () => {
    expect([fitsWords('')('x'), fitsWords(' 　 ')('x')]).toEqual([true, true]);
  });
});
