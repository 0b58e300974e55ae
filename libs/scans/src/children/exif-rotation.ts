import { isPastEnd } from './past-end';

const EXIF = 'Exif\0\0';
const ORIENTATION = 0x0112;
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;

/** Clockwise turns that cameras and phones ask for; mirrored orientations do not come from them and are left as they are. */
const DEGREES: ReadonlyMap<number, number> = new Map([
  [3, 180],
  [6, 90],
  [8, 270],
]);

/** By how many degrees, clockwise, a JPEG wants to be turned for viewing; 0 when it does not say. */
export function exifRotation(jpeg: Buffer): number {
  try {
    for (
      let at = 2;
      jpeg.readUInt8(at) === 0xff && jpeg.readUInt8(at + 1) !== START_OF_SCAN;
      at += 2 + jpeg.readUInt16BE(at + 2)
    ) {
      const isExif = jpeg.readUInt8(at + 1) === APP1 && jpeg.toString('latin1', at + 4, at + 10) === EXIF;
      if (isExif) return DEGREES.get(orientationIn(jpeg.subarray(at + 10))) ?? 0;
    }
  } catch (error) {
    if (!isPastEnd(error)) throw error;
  }
  return 0;
}

function orientationIn(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = directory + 2, left = u16(directory); left > 0; left -= 1, entry += 12) {
    if (u16(entry) === ORIENTATION) return u16(entry + 8);
  }
  return 1;
}
