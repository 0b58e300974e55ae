import { deflateSync } from 'node:zlib';

/** Two pages each, 40 by 56 and 56 by 40 points at 200 dpi, with a black (red) block in the upper left corner. */
export const faxTiff = (): Buffer =>
  Buffer.from(
    'SUkqAEQAAAAmoa+l+lpaX6WRQ0v/S9L0v/S9L/0vS/9L0v/S9Lv+vyBA/6Wl+lpaX6Wl+lpfpaWl+lpfpaWl9wAQAQAMAAABAwABAAAAKAAAAAEBAwABAAAAOAAAAAIBAwABAAAAAQAAAAMBAwABAAAABAAAAAYBAwABAAAAAQAAABEBBAABAAAACAAAABYBAwABAAAAOAAAABcBBAABAAAAOwAAABoBBQABAAAA2gAAABsBBQABAAAA4gAAABwBAwABAAAAAQAAACgBAwABAAAAAgAAADYBAADIAAAAAQAAAMgAAAABAAAAAAAAAAAASUkqAEYAAAAmoE+EtBaWEtBYS0FkUul4S9BeEvQXhL0F6XhL0Fw+F+QMPoLCWgtLCWgsJaCwloLSwloLCWgtLCVwAQAQAAwAAAEDAAEAAAA4AAAAAQEDAAEAAAAoAAAAAgEDAAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAABAAAAEQEEAAEAAAD4AAAAFgEDAAEAAAAoAAAAFwEEAAEAAAA9AAAAGgEFAAEAAADMAQAAGwEFAAEAAADUAQAAHAEDAAEAAAABAAAAKAEDAAEAAAACAAAAAAAAAMgAAAABAAAAyAAAAAEAAAAAAAAA',
    'base64',
  );

export const colourTiff = (): Buffer =>
  Buffer.from(
    'SUkqAFgBAACAP+BQOCQWDQeEQmFQuGQ2HQwAABkQ+KRWLReMQmIxOMx2PR+QP+NyGSSWTQSRyeVSuMSmWS+YQqXTGaTWBzObTmVTiXsgPB6fUCf0GiUOjUKkUWkTGeTGlU+j1Ck1Gf0yJTp/1KtVSp12WU2a1uu2KpSewTmyVy00uQ2esWu4VySW6dXGx2qjx+6Vis3i73+yy2r3yG3bDVXBRzCQvD4C5RW94uB427Q/I5KCZS/UrLYPMQ7NY62TLPZ+H6G1xrS6aKajN4iUavWRXXaKDZfZwfa2Kb7Lc7TX6Kxbjfwrd37icWEceu8nlQnmUGN0Hn8rndWsdfsTTtduYd3vVbFeHWeDyWbfefCeb1ejx+3F+z4Xr0/Ps/X7dz8fnv/v+PE/6+PlALIP9AiTQHA8CvfBSXwTBqFwfCCIQNCaPQlCzbwrDLEw5AEPJ3DcQIugIAANAAABAwABAAAAKAAAAAEBAwABAAAAOAAAAAIBAwADAAAACgIAAAMBAwABAAAABQAAAAYBAwABAAAAAgAAABEBBAABAAAACAAAABUBAwABAAAAAwAAABYBAwABAAAAOAAAABcBBAABAAAATwEAABoBBQABAAAA+gEAABsBBQABAAAAAgIAABwBAwABAAAAAQAAACgBAwABAAAAAgAAAEQDAADIAAAAAQAAAMgAAAABAAAACAAIAAgASUkqADQBAACAP+BQOCQWDQeEQmFQuGQ2HQ+IRGGAAAMiJReMRmNRuOROKxSLR2RSOSSWNyCTSmVSuWQKUS2YTGZR5kS+ZzecTGbTmeT2RyCdz6hUOI0GiP9kB4PUml0qmU+nVGm1OoVSpVWsVKfUajwKs1awV+xVeyWGlTOgRWuwqx2a3W24WWYVy1wi42+y3e7ya0yG6w+9XnBXjCUyf2q/xnA4XB4vDRi+4mOY7G5XGVOJXTJYrLZTL22H5rNxrPaXO1qEZHRyrTZ/T2CDaLVyTW7XLarZzLba7L7Lcyzd8GlSDH7/jSnccflSXfcvnRDk8/pZDEdPrRnm9ftQPo9vvQfs9/rd3xeXw+Xn+T0d7z+v09X3eL1fHx/D6dv5/f3379d/2v60b8wA47/wG3KAgAANAAABAwABAAAAOAAAAAEBAwABAAAAKAAAAAIBAwADAAAA9gMAAAMBAwABAAAABQAAAAYBAwABAAAAAgAAABEBBAABAAAAGAIAABUBAwABAAAAAwAAABYBAwABAAAAKAAAABcBBAABAAAAKwEAABoBBQABAAAA5gMAABsBBQABAAAA7gMAABwBAwABAAAAAQAAACgBAwABAAAAAgAAAAAAAADIAAAAAQAAAMgAAAABAAAACAAIAAgAAAAAAA==',
    'base64',
  );

interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Grey pages as a scanner sends them, packed by Deflate. */
export function greyTiff(pages: readonly GreyPicture[]): Buffer {
  const pieces: Uint8Array[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  pages.forEach(({ width, height, data: points }, index) => {
    const data = deflateSync(points);
    const entries = [
      [256, 4, width],
      [257, 4, height],
      [258, 3, 8],
      [259, 3, 8],
      [262, 3, 1],
      [273, 4, at + 2 + 8 * 12 + 4],
      [278, 4, height],
      [279, 4, data.length],
    ] as const;
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, kind, value], place) => {
      directory.writeUInt16LE(tag, 2 + place * 12);
      directory.writeUInt16LE(kind, 4 + place * 12);
      directory.writeUInt32LE(1, 6 + place * 12);
      directory.writeUInt32LE(value, 10 + place * 12);
    });
    at += directory.length + data.length;
    directory.writeUInt32LE(index < pages.length - 1 ? at : 0, directory.length - 4);
    pieces.push(directory, data);
  });
  return Buffer.concat(pieces);
}
