import { inflateSync } from 'node:zlib';
import { decode, decodeImage, toRGBA8 } from 'utif2';
import { colourTiff, faxTiff } from '../../test/sample-tiff';
import { packPicture } from './pack-picture';
import { tiffPage } from './tiff-page';

describe('SCN-10 pictures of a TIFF file', () => {
  it('as a fax sends them keep a bit for each point', () => {
    const bytes = faxTiff();
    const packed = decode(bytes).map((picture) => {
      decodeImage(bytes, picture);
      return { page: tiffPage(picture), ...packPicture({ ...picture, data: toRGBA8(picture) }) };
    });
    expect(packed.map(({ bits, colours }) => [bits, colours])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    const [first] = packed.map(({ data }) => inflateSync(data));
    expect(first).toHaveLength(5 * 56);
    // The tenth row: white, then black from the ninth point to the twenty-first.
    expect(first?.subarray(50, 54)).toEqual(Buffer.from([0xff, 0x00, 0x07, 0xff]));
    expect(packed[0]?.page.pageWidth).toBeCloseTo((40 / 200) * 72);
  });

  it('in colour keep their colours', () => {
    const bytes = colourTiff();
    const [picture] = decode(bytes);
    decodeImage(bytes, picture!);
    const packed = packPicture({ ...picture!, data: toRGBA8(picture!) });
    expect(packed).toMatchObject({ bits: 8, colours: 3 });
    const points = inflateSync(packed.data);
    expect([...points.subarray((10 * 40 + 10) * 3, (10 * 40 + 10) * 3 + 3)]).toEqual([200, 30, 30]);
  });
});
