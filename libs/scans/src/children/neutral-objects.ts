import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { PDF_ACTIVE } from './pdf-active-names';

/** Keys that go beside the active names themselves: what they lead to is embedded, fetched, played or sent. */
const ALSO = [
  'EF', 'RF', 'AF', 'Collection', 'RichMediaContent', 'RichMediaSettings', 'Movie', 'Sound', 'Rendition', 'PresSteps',
] as const; // prettier-ignore
/** On a stream, these say that its bytes lie in another file. */
const OUTSIDE = ['F', 'FFilter', 'FDecodeParms', 'Ref', 'OPI'] as const;
/** Values that make the whole dictionary something that acts. */
const ACTING = new Set([...PDF_ACTIVE.keys(), 'RichMediaExecute', 'Rendition', 'Movie', 'Sound', 'FileAttachment', 'Screen', '3D', 'GoTo3DView', 'Thread']); // prettier-ignore
const KEYS = new Set<string>([...PDF_ACTIVE.keys(), ...ALSO]);
/** Streams that go as a whole; what object streams held stands in the open by now. */
const GONE = new Set(['EmbeddedFile', 'ObjStm', 'XRef']);
/** Never emptied: without them there is no document. */
const FRAME = new Set(['Catalog', 'Pages', 'Page']);

/**
 * Takes out of every object of a PDF, reachable or not, what could act by itself (SCN-10). The look of the pages stays.
 * @returns the words of what was found, as the inventory calls them
 */
export function neutralise(context: PDFContext): Set<string> {
  const found = new Set<string>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const type = object instanceof PDFStream ? nameOf(object.dict, 'Type') : null;
    if (type === 'EmbeddedFile') found.add('EmbeddedFile');
    // What this library cannot read is written as it stands: nobody could say what it does.
    if ((type !== null && GONE.has(type)) || object instanceof PDFInvalidObject) context.delete(ref);
  }
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = waiting.pop(); object; object = waiting.pop()) waiting.push(...cleaned(object, found));
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict) dropEmptied(object, context);
  context.largestObjectNumber = context
    .enumerateIndirectObjects()
    .reduce((most, [ref]) => Math.max(most, ref.objectNumber), 0);
  return found;
}

/** Cleans one object and returns those that lie directly in it. */
function cleaned(object: PDFObject, found: Set<string>): PDFObject[] {
  if (object instanceof PDFArray) return cleanedArray(object, found);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return [];
  if (object instanceof PDFStream) for (const key of OUTSIDE) dict.delete(PDFName.of(key));
  const acts = !FRAME.has(nameOf(dict, 'Type') ?? '') && dict.values().some((value) => isActing(value));
  for (const [key, value] of dict.entries()) {
    const words = [key, value].flatMap((one) =>
      one instanceof PDFName ? (PDF_ACTIVE.get(one.decodeText()) ?? []) : [],
    );
    for (const word of words) found.add(word);
    if (acts || KEYS.has(key.decodeText()) || isActing(value)) dict.delete(key);
  }
  return dict.values();
}

function cleanedArray(array: PDFArray, found: Set<string>): PDFObject[] {
  array.asArray().forEach((value, index) => {
    if (!isActing(value)) return;
    found.add(PDF_ACTIVE.get((value as PDFName).decodeText()) ?? 'RichMedia');
    array.set(index, PDFNull);
  });
  return array.asArray();
}

function isActing(value: PDFObject): boolean {
  return value instanceof PDFName && ACTING.has(value.decodeText());
}

/** Annotations of which nothing is left leave their page. */
function dropEmptied(page: PDFDict, context: PDFContext): void {
  const annotations = context.lookup(page.get(PDFName.of('Annots')));
  if (!(annotations instanceof PDFArray)) return;
  for (let index = annotations.size() - 1; index >= 0; index -= 1) {
    const value = annotations.get(index);
    const annotation = value instanceof PDFRef ? context.lookup(value) : value;
    if (!(annotation instanceof PDFDict) || annotation.keys().length === 0) annotations.remove(index);
  }
}

function nameOf(dict: PDFDict, key: string): string | null {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}
