/** Longest expression that is looked for across two pieces of a part. */
const OVERLAP = 1024;

const XML = /\.(xml|rels|vml|svg|rdf)$/i;

/** Words in the XML of a document behind which something can act by itself, and what it is recorded as. */
const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/script:event-listener\b/, 'Macro'],
  [/<script[\s>]/i, 'JavaScript'],
  [/\bDDEAUTO\b|<\w*:?ddeLink\b/, 'DDE'],
  [
    /<draw:(?:image|object|plugin|frame|applet)\b[^>]{0,400}xlink:href=["'](?:[a-z][a-z0-9+.-]*:)?\/\//i,
    'ExternalLink',
  ],
];
/** A document type of its own: files of other people read in, or a word that grows to gigabytes. No office program writes one. */
const ENTITY = /<!ENTITY\b/;

/** Reads the XML parts of a package as they are unpacked, in whatever encoding: only their ASCII letters matter. */
export class PartWords {
  readonly found = new Set<string>();
  private readonly isXml: boolean;
  private tail = '';

  constructor(name: string) {
    this.isXml = XML.test(name);
  }

  read(chunk: Buffer): 'entity' | null {
    if (!this.isXml) return null;
    // UTF-16 differs from ASCII by NUL bytes only, as far as these words go.
    const text = this.tail + chunk.toString('latin1').replaceAll('\0', '');
    this.tail = text.slice(-OVERLAP);
    for (const [pattern, name] of ACTIVE) if (!this.found.has(name) && pattern.test(text)) this.found.add(name);
    return ENTITY.test(text) ? 'entity' : null;
  }
}
