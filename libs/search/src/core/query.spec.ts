import fc from 'fast-check';
import { foldKey } from '@fubako/kernel';
import { faultOfQuery, parseQuery } from './query';

const needles = (text: string) => parseQuery(text).wanted.map(({ needle }) => needle);
const excluded = (text: string) => parseQuery(text).unwanted.map(({ needle }) => needle);
const serials = (text: string) => parseQuery(text).wanted.map(({ serial }) => serial);

describe('The search box', () => {
  it('SEA-4 joins words by AND, parted by any white space', () => {
    expect(needles('渡邉　占用\t許可')).toEqual(['渡辺', '占用', '許可']);
    expect(needles('  ')).toEqual([]);
  });

  it.each(['"道路 占用"', '“道路 占用”', '＂道路占用＂', '"道路占用'])('SEA-4 keeps the phrase %s together', (text) => {
    expect(needles(text)).toEqual(['道路占用']);
  });

  it('SEA-4 leaves out words with a minus, in any width, and phrases too', () => {
    expect(excluded('占用 -道路 －許可 −"水道 料金"')).toEqual(['道路', '許可', '水道料金']);
    expect(needles('占用 -道路')).toEqual(['占用']);
    expect(needles('1-2-3 "-4"')).toEqual(['1-2-3', '-4']);
  });

  it('SEA-4 asks for nothing where a word folds to nothing, and for each word once', () => {
    expect(parseQuery('"" \u200B 　')).toEqual({ wanted: [], unwanted: [] });
    expect(needles('渡辺 渡邊 渡邉')).toEqual(['渡辺']);
  });

  it.each([
    ['120', 120],
    ['１２０', 120],
    ['第120号', 120],
    ['第１２０号', 120],
    ['第120號', 120],
    ['120号', 120],
    ['第120', 120],
    ['0120', 120],
    ['第000873号', 873],
    ['0', 0],
    ['"120"', null],
    ['120円', null],
    ['8二総第120号', null],
    ['第号', null],
    ['1234567890', null],
    ['第120号の2', null],
  ])('SEA-5 reads %s as the serial %p', (text, serial) => {
    expect(serials(text)).toEqual([serial]);
  });

  it('says what is wrong with a query that cannot be answered', () => {
    const fault = (text: string) => faultOfQuery(text, parseQuery(text));
    expect(fault('')).toBeNull();
    expect(fault('道路 -占用')).toBeNull();
    expect(fault('-占用')).toBe('only-exclusions');
    expect(fault('あ'.repeat(201))).toBe('too-long');
    expect(fault('葛\u{E0100}'.repeat(200))).toBeNull();
    expect(fault(Array.from({ length: 17 }, (_, n) => `語${n}`).join(' '))).toBe('too-many-words');
  });

  it('takes whatever is typed, and never looks for blanks or for what is not folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { wanted, unwanted } = parseQuery(text);
        for (const { needle } of [...wanted, ...unwanted]) {
          expect(needle).not.toMatch(/\s/);
          expect(needle).not.toBe('');
          expect(foldKey(needle)).toBe(needle);
        }
      }),
    );
  });
});
