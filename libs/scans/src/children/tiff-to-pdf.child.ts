import { readFile, writeFile } from 'node:fs/promises';
import {
  concatTransformationMatrix,
  degrees,
  drawObject,
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import { decode, decodeImage, type IFD, toRGBA8 } from 'utif2';
import { answer } from './answer';
import { packPicture } from './pack-picture';
import { tiffPage } from './tiff-page';

export interface TiffToPdfRequest {
  readonly path: string;
  readonly target: string;
}

/** None, CCITT, Group 3 and 4, LZW, both JPEGs, Deflate twice, PackBits: what scanners and faxes write. */
const KNOWN_COMPRESSIONS = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32_773, 32_946]);
const COMPRESSION = 't259';

/** A page for each picture, in its own size where the file tells it. Without dates and producer. */
void answer(async ({ path, target }: TiffToPdfRequest): Promise<{ pages: number }> => {
  // The decoder may speak where the answer goes.
  Object.assign(console, { log: () => undefined });
  const bytes = await readFile(path);
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const picture of decode(bytes)) addPage(document, bytes, picture);
  await writeFile(target, await document.save({ useObjectStreams: false }), { flag: 'wx', mode: 0o600 });
  return { pages: document.getPageCount() };
});

function addPage(document: PDFDocument, bytes: Buffer, picture: IFD): void {
  const compression = Number((picture[COMPRESSION] as number[] | undefined)?.[0] ?? 1);
  if (!KNOWN_COMPRESSIONS.has(compression)) throw new Error(`Unknown compression ${compression}.`);
  decodeImage(bytes, picture);
  const { width, height } = picture;
  const { bits, colours, data } = packPicture({ width, height, data: toRGBA8(picture) });
  picture.data = new Uint8Array();
  const image = document.context.stream(data, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: colours === 1 ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: bits,
    Filter: 'FlateDecode',
  });
  const place = tiffPage(picture);
  const page = document.addPage([place.pageWidth, place.pageHeight]);
  const name = page.node.newXObject('Picture', document.context.register(image));
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(place.width, 0, 0, place.height, place.x, place.y),
    drawObject(name),
    popGraphicsState(),
  );
  page.setRotation(degrees(place.rotation));
}
