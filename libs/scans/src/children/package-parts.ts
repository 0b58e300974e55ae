import { READ_BYTES, Refused, type UnpackedPart } from './unpack-entry';

const CONTENT_TYPES = '[Content_Types].xml';
const MANIFEST = 'META-INF/manifest.xml';
const OOXML_MAIN: readonly (readonly [string, string])[] = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['presentationml.presentation.main+xml', 'pptx'],
];
const ODF: ReadonlyMap<string, string> = new Map([
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
]);

/** Names of parts behind which something can act by itself, and what it is recorded as. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)vbaProject\w*\.bin$/i, 'Macro'],
  [/(^|\/)macrosheets\//i, 'Macro'],
  [/^(Basic|Scripts)\//, 'Macro'],
  [/(^|\/)activeX\//i, 'ActiveX'],
  [/(^|\/)embeddings\/./i, 'EmbeddedFile'],
  [/^Object \d+\//, 'EmbeddedFile'],
  [/(^|\/)externalLinks\/[^/]+\.xml$/i, 'ExternalLink'],
];

/** Parts that say what the document is and what it refers to. */
export function isReadPart(name: string): boolean {
  return name === CONTENT_TYPES || name === 'mimetype' || name === MANIFEST || name.endsWith('.rels');
}

/** What the document is, after this part was read. */
export function contentAfter(content: string, name: string, text: string): string {
  if (name === 'mimetype') return ODF.get(text.trim()) ?? content;
  if (name === CONTENT_TYPES) return OOXML_MAIN.find(([mark]) => text.includes(mark))?.[1] ?? content;
  return content;
}

/** What in this part could act by itself. @throws Refused for a locked document */
export function activeInPart(name: string, { text, active, length }: UnpackedPart): Set<string> {
  const found = new Set(active);
  if (isReadPart(name) && length > READ_BYTES) found.add('Opaque');
  for (const [pattern, word] of BY_NAME) if (pattern.test(name)) found.add(word);
  if (name === CONTENT_TYPES && /vbaProject|macroEnabled|macrosheet/i.test(text)) found.add('Macro');
  if (name === MANIFEST && text.includes('encryption-data')) throw new Refused('encrypted');
  if (name.endsWith('.rels')) for (const word of externalRelations(text)) found.add(word);
  return found;
}

/** A hyperlink waits for a click; a template, a picture or an object from outside is fetched when the document opens. */
function externalRelations(text: string): string[] {
  const relations = text.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? [];
  return relations
    .filter((relation) => /TargetMode\s*=\s*["']External["']/i.test(relation))
    .map((relation) => (/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(relation) ? 'URI' : 'ExternalLink'));
}
