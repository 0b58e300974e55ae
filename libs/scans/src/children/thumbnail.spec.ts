import { inflateSync } from 'node:zlib';
import { inspectImage } from './inspect-image';
import { thumbnailOf } from './thumbnail';

const picture = (points: readonly (readonly [number, number, number])[], width: number) => ({
  width,
  height: points.length / width,
  data: Uint8Array.from(points.flatMap((point) => [...point, 255])),
});

/** The one part with the points begins after the signature, the head and its own name. */
function rowsOf(png: Buffer): number[] {
  const at = png.indexOf('IDAT');
  return [...inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))];
}

describe('SCN-44 a thumbnail', () => {
  const white = [255, 255, 255] as const;
  const black = [0, 0, 0] as const;
  const red = [200, 30, 30] as const;

  it('of a page without colours has sixteen greys, two points a byte', () => {
    expect(rowsOf(thumbnailOf(picture([white, black, [136, 136, 140], black, white, white], 3)))).toEqual([
      0, 0xf0, 0x80, 0, 0x0f, 0xf0,
    ]);
  });

  it('keeps colours, white stays white and black stays black', () => {
    expect(rowsOf(thumbnailOf(picture([white, black, red], 3)))).toEqual([0, 255, 255, 255, 0, 0, 0, 206, 24, 24]);
  });

  it('is a PNG that our own inspection finds sound', () => {
    for (const points of [
      [white, black],
      [white, red],
    ])
      expect(inspectImage('png', thumbnailOf(picture(points, 1)))).toMatchObject({ broken: null });
  });
});
