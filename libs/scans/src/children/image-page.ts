/** A4 in points (1/72 inch). */
const SHORT = 595.28;
const LONG = 841.89;

export interface ImagePlace {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where an image of so many pixels stands on an A4 page: as large as fits, centred, upright or lying as the image is.
 * With a rotation of 90 or 270 degrees the viewer turns page and image together, so the page is laid out unturned.
 */
export function pageFor(image: {
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
}): ImagePlace {
  const lying = image.width > image.height;
  const pageWidth = lying ? LONG : SHORT;
  const pageHeight = lying ? SHORT : LONG;
  const scale = Math.min(pageWidth / image.width, pageHeight / image.height);
  const width = image.width * scale;
  const height = image.height * scale;
  return { pageWidth, pageHeight, x: (pageWidth - width) / 2, y: (pageHeight - height) / 2, width, height };
}
