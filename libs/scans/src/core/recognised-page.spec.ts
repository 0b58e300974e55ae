import * as fc from 'fast-check';
import { type RecognisedPage, type Turn, readRecognised, surer, turnBack, uprightTurn } from './recognised-page';

const HEAD = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
const PAGE = '1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t';
const word = (line: number, text: string, confidence = 90, left = 100) =>
  `5\t1\t1\t1\t${line}\t1\t${left}\t200\t50\t20\t${confidence}\t${text}`;
const page = (...rows: string[]) => readRecognised([HEAD, PAGE, ...rows, ''].join('\n'));

describe('what recognition found on a page', () => {
  it('SCN-20 leaves no blanks between Japanese letters, and keeps those between words of other scripts', () => {
    const found = page(
      word(1, '高齢'),
      word(1, '者'),
      word(1, 'PDF'),
      word(1, 'file'),
      word(1, '第'),
      word(2, '120'),
      word(2, '号'),
    );
    expect(found.text).toBe('高齢者PDF file第\n120号');
  });

  it('SCN-20 keeps boxes in parts of the page, and confidence as the mean over letters', () => {
    const found = page(word(1, '契約', 90), word(1, '書', 60));
    expect(found.words[0]).toEqual(['契約', 1000, 1000, 500, 100]);
    expect(found.confidence).toBe(80);
  });

  it('SCN-20 takes noise for nothing', () => {
    expect(page(word(1, '骨皿', 12)).text).toBe('');
    expect(page().words).toEqual([]);
    expect(readRecognised('').text).toBe('');
    expect(readRecognised('nonsense\twithout\ta page').text).toBe('');
  });

  it('SCN-20 chooses the surer of two readings', () => {
    const [across, downwards] = [page(word(1, '上選', 40)), page(word(1, '起案', 95))];
    expect(surer(across, downwards)).toBe(downwards);
    expect(surer(downwards, across)).toBe(downwards);
  });

  it('SCN-20 reads how far a page lies on its side', () => {
    expect(uprightTurn('Page number: 0\nOrientation in degrees: 270\nRotate: 90\n')).toBe(90);
    expect(uprightTurn('Too few characters. Skipping this page')).toBe(0);
  });

  it('SCN-20 boxes turned back lie on the page: a turn and its counter-turn are the same box', () => {
    const box = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000), fc.nat(5000));
    fc.assert(
      fc.property(box, fc.constantFrom<Turn>(90, 180, 270), ([left, top, width, height], turn) => {
        const one: RecognisedPage = { text: '字', confidence: 90, words: [['字', left, top, width, height]] };
        const there = turnBack(one, turn);
        const [, x = 0, y = 0, w = 0, h = 0] = there.words[0] ?? [];
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + w, y + h)).toBeLessThanOrEqual(10_000);
        expect(turnBack(there, ((360 - turn) % 360) as Turn)).toEqual(one);
      }),
    );
  });
});
