import type { IFD } from 'utif2';
import { type ImagePlace, pageFor } from './image-page';

type TagValue = number | readonly [number, number];

const TAG = { orientation: 't274', across: 't282', down: 't283', unit: 't296' } as const;
const CENTIMETRES = 3;
const POINTS_PER_INCH = 72;
const CM_PER_INCH = 2.54;
/** Points per inch that a scanner or a fax may mean. */
const MEANT = { least: 50, most: 2400 } as const;
/** What the file says about its side up, as a clockwise turn; mirrored pictures are shown as they are. */
const TURNS: ReadonlyMap<number, number> = new Map([
  [3, 180],
  [6, 90],
  [8, 270],
]);

/** Where a page of a TIFF file stands: in its own size, which need not be square dots, or as large as fits on A4. */
export function tiffPage(picture: IFD): ImagePlace & { readonly rotation: number } {
  const tag = (name: string): number => numberOf((picture[name] as readonly TagValue[] | undefined)?.[0] ?? 0);
  const { width, height } = picture;
  const rotation = TURNS.get(tag(TAG.orientation)) ?? 0;
  const inch = tag(TAG.unit) === CENTIMETRES ? CM_PER_INCH : 1;
  const across = tag(TAG.across) * inch;
  const down = tag(TAG.down) * inch;
  if (!isMeant(across) || !isMeant(down)) return { ...pageFor({ width, height, rotation }), rotation };
  const pageWidth = (width / across) * POINTS_PER_INCH;
  const pageHeight = (height / down) * POINTS_PER_INCH;
  return { pageWidth, pageHeight, x: 0, y: 0, width: pageWidth, height: pageHeight, rotation };
}

/** Resolutions are fractions. */
const numberOf = (value: TagValue): number => (typeof value === 'number' ? value : value[0] / value[1]);

const isMeant = (resolution: number): boolean => resolution >= MEANT.least && resolution <= MEANT.most;
