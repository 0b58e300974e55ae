import { deflateSync } from 'node:zlib';

interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  /** Four bytes for each point. */
  readonly data: Uint8Array;
}

/** A picture as a PDF holds it, packed by Deflate. */
export interface PackedPicture {
  readonly bits: 1 | 8;
  readonly colours: 1 | 3;
  readonly data: Uint8Array;
}

/** Loses nothing: letters in black and white take a bit for each point, grey pages a byte, and the others three. */
export function packPicture(picture: RgbaPicture): PackedPicture {
  const kind = kindOf(picture.data);
  if (kind === 'bilevel') return { bits: 1, colours: 1, data: deflateSync(bitsOf(picture)) };
  return kind === 'grey'
    ? { bits: 8, colours: 1, data: deflateSync(greyOf(picture)) }
    : { bits: 8, colours: 3, data: deflateSync(coloursOf(picture)) };
}

function kindOf(data: Uint8Array): 'bilevel' | 'grey' | 'colour' {
  let kind: 'bilevel' | 'grey' = 'bilevel';
  for (let at = 0; at < data.length; at += 4) {
    const red = data[at];
    if (red !== data[at + 1] || red !== data[at + 2]) return 'colour';
    if (red !== 0 && red !== 255) kind = 'grey';
  }
  return kind;
}

function bitsOf({ width, height, data }: RgbaPicture): Uint8Array {
  const row = Math.ceil(width / 8);
  const bits = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (data[(y * width + x) * 4] !== 0)
        bits[y * row + (x >> 3)] = (bits[y * row + (x >> 3)] ?? 0) | (128 >> (x & 7));
  return bits;
}

function greyOf({ data }: RgbaPicture): Uint8Array {
  const grey = new Uint8Array(data.length / 4);
  for (let point = 0; point < grey.length; point += 1) grey[point] = data[point * 4] ?? 0;
  return grey;
}

function coloursOf({ data }: RgbaPicture): Uint8Array {
  const colours = new Uint8Array((data.length / 4) * 3);
  for (let point = 0; point * 3 < colours.length; point += 1)
    colours.set(data.subarray(point * 4, point * 4 + 3), point * 3);
  return colours;
}
