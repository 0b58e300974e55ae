import type { Turn } from '../core/recognised-page';

/** A picture of one byte for each point, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The picture turned clockwise. */
export function turnGrey(picture: GreyPicture, turn: Turn): GreyPicture {
  if (turn === 0) return picture;
  const { width, height, data } = picture;
  const turned = new Uint8Array(width * height);
  const place = placeAfter(picture, turn);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[place(x, y)] = data[y * width + x] ?? 0;
  return turn === 180 ? { width, height, data: turned } : { width: height, height: width, data: turned };
}

function placeAfter({ width, height }: GreyPicture, turn: Turn): (x: number, y: number) => number {
  if (turn === 90) return (x, y) => x * height + (height - 1 - y);
  if (turn === 180) return (x, y) => (height - 1 - y) * width + (width - 1 - x);
  return (x, y) => (width - 1 - x) * height + y;
}
