import type { OfficeKind } from './office-text';
import type { PlainSource } from './plain-sheet';

/** Office files, whose words stand in XML; LibreOffice prints them where it is installed. */
export const OFFICE_KINDS: ReadonlyMap<string, OfficeKind> = new Map([
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
]);

/** What is printed and read as plain text. */
export const PLAIN_SOURCES: ReadonlyMap<string, PlainSource> = new Map([
  ['text/plain', 'text'],
  ['text/csv', 'text'],
  ['message/rfc822', 'mail'],
]);
