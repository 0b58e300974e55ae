import fc from 'fast-check';
import { type StampGeometry, stampGeometry } from './stamp';

const ems = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[ -~]/u.test(character) ? 0.5 : 1), 0);
const stamp = (top: string, date: string, name: string): StampGeometry => stampGeometry({ top, date, name }, 19, ems);

const words = fc
  .array(fc.constantFrom('課', '長', '𠮷', 'グ', 'ー', 'A', '・', '補佐'), { maxLength: 20 })
  .map((parts) => parts.join(''));
const geometries = fc
  .record({
    top: words,
    date: fc.constantFrom('8.11.22', '31.4.1', '令和8年11月22日', ''),
    name: words,
    radius: fc.integer({ min: 8, max: 60 }),
  })
  .map(({ radius, ...lines }) => stampGeometry(lines, radius, ems));

describe('date stamp', () => {
  it('REND-40 every corner of every text lies inside the circle', () => {
    fc.assert(
      fc.property(geometries, ({ lines, radius }) => {
        for (const { left, right, top, bottom } of lines) {
          for (const x of [left, right])
            for (const y of [top, bottom]) expect(Math.hypot(x, y)).toBeLessThan(radius * 0.94);
        }
      }),
    );
  });

  it('REND-40 no text touches a chord or another text', () => {
    fc.assert(
      fc.property(geometries, ({ lines, chord }) => {
        for (const { top, bottom } of lines) {
          for (const y of [-chord, chord]) expect(top > y || bottom < y).toBe(true);
        }
        lines.slice(1).forEach((line, index) => expect(line.top).toBeGreaterThanOrEqual(lines[index]!.bottom - 1e-9));
      }),
    );
  });

  it('REND-40 the chords end on the circle', () => {
    fc.assert(
      fc.property(geometries, ({ chord, halfChord, radius }) =>
        expect(Math.hypot(chord, halfChord)).toBeCloseTo(radius, 9),
      ),
    );
  });

  it('REND-42 nothing is left out, and every text has a size', () => {
    fc.assert(
      fc.property(words, words, (top, name) => {
        const { lines } = stamp(top, '8.11.22', name);
        expect(lines.map((line) => line.text).join('')).toBe(`${top}8.11.22${name}`);
        for (const { size } of lines) expect(size).toBeGreaterThan(0);
      }),
    );
  });

  it('REND-42 names of one to four characters print at natural width, longer ones condensed', () => {
    for (const name of ['﨑', '渡邉', '五十嵐', '勅使河原'])
      expect(stamp('課長', '8.11.22', name).lines.at(-1)).toMatchObject({ text: name, squeeze: 1 });
    expect(stamp('課長', '8.11.22', 'アレクサンダー').lines.at(-1)!.squeeze).toBeLessThan(1);
  });

  it('REND-42 a long post stands condensed on two levels above the date', () => {
    const lines = stamp('高齢者福祉・介護保険担当課長', '8.11.22', '原').lines;
    expect(lines.map((line) => line.text)).toEqual(['高齢者福祉・', '介護保険担当課長', '8.11.22', '原']);
    expect(lines[0]!.squeeze).toBeLessThan(1);
    expect(stamp('健康福祉部長', '8.11.22', '原').lines).toHaveLength(3);
  });
});
