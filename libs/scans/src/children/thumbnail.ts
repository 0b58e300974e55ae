import { crc32, deflateSync } from 'node:zlib';

interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  /** Four bytes for each point. */
  readonly data: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY = { bits: 4, type: 0 } as const;
const COLOUR = { bits: 8, type: 2 } as const;
/** How far apart the colours of a point that still counts as grey may be. */
const TINT = 12;
/** Colours in 32 steps: enough to know a page by, and a third of the bytes. */
const STEP = 0xf8;

/** A small picture as PNG: in sixteen greys, or in coarse colours where the page has any. */
export function thumbnailOf(picture: RgbaPicture): Buffer {
  const { bits, type } = isGrey(picture.data) ? GREY : COLOUR;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(picture.width, 0);
  head.writeUInt32BE(picture.height, 4);
  head.set([bits, type], 8);
  const rows = type === GREY.type ? greyRows(picture) : colourRows(picture);
  return Buffer.concat([
    SIGNATURE,
    part('IHDR', head),
    part('IDAT', deflateSync(rows, { level: 9 })),
    part('IEND', Buffer.alloc(0)),
  ]);
}

function part(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function isGrey(data: Uint8Array): boolean {
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > TINT) return false;
  }
  return true;
}

/** Two points a byte; every row begins with the byte that says that it is not filtered. */
function greyRows({ width, height, data }: RgbaPicture): Buffer {
  const row = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const grey = Math.round((data[(y * width + x) * 4 + 1] ?? 0) / 17);
      const place = y * row + 1 + (x >> 1);
      rows[place] = (rows[place] ?? 0) | (x % 2 === 0 ? grey << 4 : grey);
    }
  return rows;
}

function colourRows({ width, height, data }: RgbaPicture): Buffer {
  const row = 1 + width * 3;
  const rows = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let colour = 0; colour < 3; colour += 1) {
        const full = data[(y * width + x) * 4 + colour] ?? 0;
        rows[y * row + 1 + x * 3 + colour] = (full & STEP) | (full >> 5);
      }
  return rows;
}
