import fc from 'fast-check';
import { decode, decodeImage } from 'utif2';
import { colourTiff, faxTiff, greyTiff } from '../../test/sample-tiff';
import { tiff } from '../../test/files/tiff';
import { partTiff } from './tiff-parts';

/** What stands on the pages, with what each page says of itself, but for where its strips lie. */
function pagesOf(bytes: Buffer) {
  return decode(bytes).map((page) => {
    decodeImage(bytes, page);
    const { t273: _, ...said } = page as unknown as Record<string, unknown>;
    return { ...said, data: Buffer.from(page.data).toString('base64') };
  });
}

describe('SCN-43 parts of a TIFF file', () => {
  it.each([
    ['a fax', faxTiff],
    ['a scanner in colour', colourTiff],
    ['a machine that writes the other way round', () => tiff({ pages: 3, bigEndian: true })],
  ])('of %s have its pages as they are', (_who, make) => {
    const whole = make();
    const pages = pagesOf(whole);
    const parts = partTiff(whole, [[1], [0, 1]], pages.length);
    expect(parts.map(pagesOf)).toEqual([[pages[1]], [pages[0], pages[1]]]);
  });

  it('lose and double no page, whatever the batch and its parts are', () => {
    const sizes = fc.array(
      fc.record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 6 }), (all, cut) => {
        const whole = greyTiff(
          all.map(({ width, height }, n) => ({ width, height, data: new Uint8Array(width * height).fill(n) })),
        );
        const numbers = all.map((_, n) => n);
        const cuts = [numbers.slice(0, cut), numbers.slice(cut)].filter((part) => part.length > 0);
        expect(partTiff(whole, cuts, all.length).flatMap(pagesOf)).toEqual(pagesOf(whole));
      }),
    );
  });

  it('are refused where pages cannot be told apart', () => {
    const whole = faxTiff();
    expect(() => partTiff(whole, [[0], [1]], 3)).toThrow(RangeError);
    expect(() => partTiff(whole.subarray(0, -8), [[0], [1]], 2)).toThrow(RangeError);
    expect(() => partTiff(Buffer.from('GIF89a  '), [[0]], 1)).toThrow(RangeError);
    expect(() => partTiff(tiff({ pages: 2, next: 8 }), [[0], [1]], 2)).toThrow(RangeError);
  });
});
