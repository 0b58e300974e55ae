import fc from 'fast-check';
import { type GreyPage, hasSeparator, isBlank, partsOf, SEPARATOR_BARS, type SheetKind } from './batch-sheets';

const [WIDTH, HEIGHT] = [496, 702];
const page = (paint: (x: number, y: number) => number, width = WIDTH, height = HEIGHT): GreyPage => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, at) => paint(at % width, Math.floor(at / width))),
});
/** The bars from `top` on, `unit` dots each, on paper of some grey. */
const barAt = (y: number, top: number, unit: number): boolean => {
  let from = top;
  return SEPARATOR_BARS.some((bar, n) => {
    const inside = y >= from && y < from + bar * unit;
    from += bar * unit;
    return inside && n % 2 === 0;
  });
};
const separator = (unit = 8, noise = 0): GreyPage =>
  page((x, y) => {
    const ink = x > 40 && x < WIDTH - 40 && barAt(y, 150, unit) ? 40 : 235;
    return Math.max(0, Math.min(255, ink + Math.round(Math.sin(x * 12.9898 + y * 78.233) * noise)));
  });
const turned = ({ width, height, data }: GreyPage): GreyPage =>
  page((x, y) => data[(height - 1 - x) * width + y] ?? 255, height, width);
const upsideDown = ({ width, height, data }: GreyPage): GreyPage =>
  page((x, y) => data[(height - 1 - y) * width + (width - 1 - x)] ?? 255);

describe('sheets of a batch', () => {
  it('SCN-43 the separator is known in every direction, at several sizes and with noise', () => {
    for (const unit of [4, 6, 8, 12]) expect(hasSeparator(separator(unit))).toBe(true);
    for (const sheet of [
      separator(8, 60),
      upsideDown(separator()),
      turned(separator()),
      turned(upsideDown(separator())),
    ])
      expect(hasSeparator(sheet)).toBe(true);
  });

  it('SCN-43 no form of lines at any distance is a separator, nor is an empty or a black sheet', () => {
    for (let gap = 2; gap < 60; gap += 3)
      for (let line = 1; line < gap; line += 2)
        expect(hasSeparator(page((_, y) => (y % gap < line ? 0 : 255), 60, 702))).toBe(false);
    expect(hasSeparator(page(() => 255))).toBe(false);
    expect(hasSeparator(page(() => 0))).toBe(false);
  });

  it('SCN-43 an empty sheet may have dust and holes in the margin, and no more', () => {
    expect(isBlank(page(() => 240))).toBe(true);
    expect(isBlank(page((x, y) => (x < 30 && y % 300 < 20 ? 0 : 240)))).toBe(true);
    expect(isBlank(page((x, y) => (x % 200 === 100 && y % 200 === 100 ? 100 : 240)))).toBe(true);
    expect(isBlank(page((x, y) => (x > 200 && x < 215 && y > 340 && y < 346 ? 30 : 240)))).toBe(false);
  });

  it('SCN-43 parts: separators go, empty sheets stay with what they close, and no page is lost or doubled', () => {
    expect(partsOf(['separator', 'page', 'page', 'separator', 'page'])).toEqual([[1, 2], [4]]);
    expect(partsOf(['page', 'blank', 'page', 'blank', 'blank', 'page'])).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    const kind = fc.constantFrom<SheetKind>('page', 'blank', 'separator');
    fc.assert(
      fc.property(fc.array(kind, { maxLength: 40 }), (kinds) => {
        const kept = kinds.flatMap((one, index) => (one === 'separator' ? [] : [index]));
        expect(partsOf(kinds).flat()).toEqual(kept);
        expect(partsOf(kinds).every((part) => part.length > 0)).toBe(true);
      }),
    );
  });
});
