import { SaxesParser } from 'saxes';

/** What is told of a document while it is read. Names come without their prefix: `w:p` and `p` are one. */
export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** XML that is none, or that brings a document type: no honest office file has one, and entities are not resolved. */
export class UnreadableXml extends Error {}

/** Reads XML from its beginning to its end. Nothing it names is fetched, and no entity of its own is known (XXE). @throws UnreadableXml */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new UnreadableXml(error.message);
  });
  parser.on('doctype', () => {
    throw new UnreadableXml('a document type');
  });
  parser.on('opentag', ({ name, attributes }) => visitor.open?.(localName(name), attributes));
  parser.on('closetag', ({ name }) => visitor.close?.(localName(name)));
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.write(xml).close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
