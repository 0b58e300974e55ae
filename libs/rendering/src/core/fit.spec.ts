import fc from 'fast-check';
import { fitHeading, halves } from './fit';
import { Ruler } from './ruler';

const ruler = new Ruler({ find: (grapheme) => ({ width: /^[ -~]/u.test(grapheme) ? 0.5 : 1, standing: 'drawn' }) });
const fit = (text: string, width = 43) =>
  fitHeading(text, { width, sizes: { largest: 8.5, smallest: 5.5 } }, { face: 'gothic', ruler });

describe('heading of a box', () => {
  it('REND-15 fits its width whatever the text, and loses nothing', () => {
    const post = fc
      .array(fc.constantFrom('課', '長', 'デ', 'ー', '・', '（', '）', 'A'), { minLength: 1, maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(post, fc.integer({ min: 20, max: 70 }), (text, width) => {
        const { lines, size, squeeze } = fit(text, width);
        expect(lines.join('')).toBe(text);
        for (const line of lines) expect(ruler.ems(line, 'gothic') * size * squeeze).toBeLessThanOrEqual(width + 1e-9);
      }),
    );
  });

  it('REND-15 a short post is not made smaller, a longer one is, a long one goes on two levels', () => {
    expect(fit('課長')).toEqual({ lines: ['課長'], size: 8.5, squeeze: 1 });
    expect(fit('健康福祉部長')).toEqual({ lines: ['健康福祉部長'], size: 7, squeeze: 1 });
    expect(fit('デジタル推進担当課長')).toMatchObject({ lines: ['デジタル', '推進担当課長'], squeeze: 1 });
  });

  it.each([
    ['公共施設マネジメント推進担当課長', ['公共施設マネジメント', '推進担当課長']],
    ['高齢者福祉・介護保険担当課長', ['高齢者福祉・', '介護保険担当課長']],
    ['会計管理者（兼務）', ['会計管理者', '（兼務）']],
    ['長', ['長']],
  ])('REND-15 %s is split between words', (text, expected) => {
    expect(halves(text)).toEqual(expected);
  });
});
