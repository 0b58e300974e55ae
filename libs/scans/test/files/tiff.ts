export interface TiffPlan {
  readonly pages?: number;
  readonly width?: number;
  readonly height?: number;
  readonly bigEndian?: boolean;
  /** Where the last directory says the next one is; 0 is nowhere. */
  readonly next?: number;
}

const HEAD_BYTES = 8;
const TAGS = 8;
const DIRECTORY_BYTES = 2 + 12 * TAGS + 4;

/** A grey TIFF without compression; its pixels are all the same byte and claimed where they are not. */
export function tiff({ pages = 1, width = 8, height = 8, bigEndian = false, next = 0 }: TiffPlan = {}): Buffer {
  const strip = Buffer.alloc(Math.min(width * height, 4096), 0x7f);
  const bytes = Buffer.alloc(HEAD_BYTES + pages * DIRECTORY_BYTES + strip.length);
  const u16 = (value: number, at: number) =>
    bigEndian ? bytes.writeUInt16BE(value, at) : bytes.writeUInt16LE(value, at);
  const u32 = (value: number, at: number) =>
    bigEndian ? bytes.writeUInt32BE(value, at) : bytes.writeUInt32LE(value, at);
  bytes.write(bigEndian ? 'MM' : 'II', 'latin1');
  u16(42, 2);
  u32(HEAD_BYTES, 4);
  const stripAt = HEAD_BYTES + pages * DIRECTORY_BYTES;
  const entries = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, stripAt],
    [278, height],
    [279, strip.length],
  ];
  for (let page = 0; page < pages; page += 1) {
    const at = HEAD_BYTES + page * DIRECTORY_BYTES;
    u16(TAGS, at);
    entries.forEach(([tag = 0, value = 0], index) => {
      const entry = at + 2 + 12 * index;
      u16(tag, entry);
      u16(4, entry + 2);
      u32(1, entry + 4);
      u32(value, entry + 8);
    });
    u32(page + 1 < pages ? at + DIRECTORY_BYTES : next, at + DIRECTORY_BYTES - 4);
  }
  strip.copy(bytes, stripAt);
  return bytes;
}
