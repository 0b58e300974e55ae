/** How a type is inspected, shown and read. */
export type Family = 'pdf' | 'image' | 'office' | 'text';

export interface FileType {
  /** Canonical extension, which also names the content that inspection must find. */
  readonly content: string;
  readonly mediaType: string;
  readonly family: Family;
}

const OFFICE_XML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

const pdf: FileType = { content: 'pdf', mediaType: 'application/pdf', family: 'pdf' };
const jpeg: FileType = { content: 'jpg', mediaType: 'image/jpeg', family: 'image' };
const tiff: FileType = { content: 'tif', mediaType: 'image/tiff', family: 'image' };
const office = (content: string, mediaType: string): FileType => ({ content, mediaType, family: 'office' });
const text = (mediaType: string): FileType => ({ content: 'text', mediaType, family: 'text' });

/** What may be kept for thirty years (SCN-3): a list of what is allowed, never of what is not. */
const BY_EXTENSION: ReadonlyMap<string, FileType> = new Map([
  ['pdf', pdf],
  ['png', { content: 'png', mediaType: 'image/png', family: 'image' }],
  ['jpg', jpeg],
  ['jpeg', jpeg],
  ['tif', tiff],
  ['tiff', tiff],
  ['docx', office('docx', `${OFFICE_XML}.wordprocessingml.document`)],
  ['xlsx', office('xlsx', `${OFFICE_XML}.spreadsheetml.sheet`)],
  ['pptx', office('pptx', `${OFFICE_XML}.presentationml.presentation`)],
  ['odt', office('odt', `${ODF}.text`)],
  ['ods', office('ods', `${ODF}.spreadsheet`)],
  ['odp', office('odp', `${ODF}.presentation`)],
  ['txt', text('text/plain')],
  ['csv', text('text/csv')],
  ['eml', text('message/rfc822')],
]);

export const allowedExtensions: readonly string[] = [...BY_EXTENSION.keys()];

/** @param extension lower case, without dot; null when the type is not allowed */
export function fileTypeOf(extension: string): FileType | null {
  return BY_EXTENSION.get(extension) ?? null;
}
