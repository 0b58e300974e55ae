/** A file that came in a moment ago: its PDF and its small pictures are being made. */
interface NewFile {
  readonly addedAt: string;
  readonly rendition: string;
  readonly thumbnails: number;
}

const SOON_MS = 3_000;
/** What takes longer is there when the page is opened anew. */
const PATIENCE_MS = 60_000;

/**
 * @param confidentiality looking at what is secret is recorded each time: it is not looked at again by itself
 * @returns milliseconds until what has these files is asked for again because some are being made ready; false: not at all
 */
export function untilMade(files: readonly NewFile[] = [], confidentiality = 'none'): number | false {
  return confidentiality === 'none' && files.some(isBeingMade) && SOON_MS;
}

function isBeingMade({ addedAt, rendition, thumbnails }: NewFile): boolean {
  const isNew = Math.abs(Date.now() - Date.parse(addedAt)) < PATIENCE_MS;
  return isNew && (rendition === 'pending' || (rendition === 'ready' && thumbnails === 0));
}
