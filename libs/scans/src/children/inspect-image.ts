import type { BrokenReason } from '../core/findings';
import { isPastEnd } from './past-end';

export interface ImageInspection {
  readonly pages: number | null;
  readonly broken: BrokenReason | null;
}

/** Larger images are refused before anything decodes them (SCN-7). */
export const MAX_PIXELS = 100_000_000;
const MAX_TIFF_PAGES = 10_000;

const broken = (reason: BrokenReason): ImageInspection => ({ pages: null, broken: reason });
const sound = (pages: number): ImageInspection => ({ pages, broken: null });

/** Reads the skeleton of the image without decoding it. @param content `png`, `jpg` or `tif` */
export function inspectImage(content: string, bytes: Buffer): ImageInspection {
  try {
    if (content === 'png') return inspectPng(bytes);
    return content === 'jpg' ? inspectJpeg(bytes) : inspectTiff(bytes);
  } catch (error) {
    if (isPastEnd(error)) return broken('cut-off');
    throw error;
  }
}

function inspectPng(bytes: Buffer): ImageInspection {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return broken('unreadable');
  if (bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > MAX_PIXELS) return broken('too-many-pixels');
  for (let at = 8; ;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    at += 12 + length;
    if (at > bytes.length) return broken('cut-off');
    if (kind === 'IEND') return sound(1);
  }
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);
/** SOF0…SOF15 without the three markers among them that are none. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function inspectJpeg(bytes: Buffer): ImageInspection {
  let framed = false;
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return broken('unreadable');
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN)
      return framed && bytes.lastIndexOf(END_OF_IMAGE) > at ? sound(1) : broken(framed ? 'cut-off' : 'unreadable');
    if (isFrame(marker)) {
      framed = true;
      if (bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7) > MAX_PIXELS) return broken('too-many-pixels');
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
}

const TIFF_WIDTH = 256;
const TIFF_HEIGHT = 257;
const TIFF_SHORT = 3;

/** Follows the chain of page directories; each must lie inside the file and hold an image of bearable size. */
function inspectTiff(bytes: Buffer): ImageInspection {
  const little = bytes.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const sizeAt = (directory: number, tag: number): number => {
    for (let entry = directory + 2, left = u16(directory); left > 0; left -= 1, entry += 12) {
      if (u16(entry) === tag) return u16(entry + 2) === TIFF_SHORT ? u16(entry + 8) : u32(entry + 8);
    }
    return 0;
  };
  if (u16(2) !== 42) return broken('unreadable');
  let pages = 0;
  for (let directory = u32(4); directory !== 0; directory = u32(directory + 2 + 12 * u16(directory))) {
    pages += 1;
    if (pages > MAX_TIFF_PAGES) return broken('unreadable');
    if (sizeAt(directory, TIFF_WIDTH) * sizeAt(directory, TIFF_HEIGHT) > MAX_PIXELS) return broken('too-many-pixels');
  }
  return pages > 0 ? sound(pages) : broken('no-pages');
}
