/** What a font says about a variation sequence: a shape of its own, or that its ordinary shape is the right one. */
export type VariationShape = { readonly glyphId: number } | 'ordinary';

/**
 * The variation sequences of a TrueType font (cmap format 14, OpenType 1.9). The font library resolves them too, but gives
 * the same answer for "the ordinary shape is right" and "unknown", and a name in the wrong shape must be noticed.
 */
export class VariationSequences {
  private readonly view: DataView;
  /** Offset of the subtable in the file, or null when the font has none. */
  private readonly start: number | null;

  constructor(file: Uint8Array) {
    this.view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    this.start = this.subtable();
  }

  /** Null when the font knows nothing of this base and selector. */
  find(base: number, selector: number): VariationShape | null {
    if (this.start === null) return null;
    const start = this.start;
    const record = this.search(start + 10, { count: this.view.getUint32(start + 6), size: 11 }, (at) =>
      compare(selector, this.uint24(at)),
    );
    if (record === null) return null;
    return this.ordinary(this.view.getUint32(record + 3), base) ?? this.ownShape(this.view.getUint32(record + 7), base);
  }

  private ordinary(offset: number, base: number): 'ordinary' | null {
    if (offset === 0 || this.start === null) return null;
    const table = this.start + offset;
    const found = this.search(table + 4, { count: this.view.getUint32(table), size: 4 }, (at) => {
      const first = this.uint24(at);
      return base < first ? -1 : base > first + this.view.getUint8(at + 3) ? 1 : 0;
    });
    return found === null ? null : 'ordinary';
  }

  private ownShape(offset: number, base: number): VariationShape | null {
    if (offset === 0 || this.start === null) return null;
    const table = this.start + offset;
    const found = this.search(table + 4, { count: this.view.getUint32(table), size: 5 }, (at) =>
      compare(base, this.uint24(at)),
    );
    return found === null ? null : { glyphId: this.view.getUint16(found + 3) };
  }

  private subtable(): number | null {
    const cmap = this.table('cmap');
    if (cmap === null) return null;
    for (let index = 0; index < this.view.getUint16(cmap + 2); index++) {
      const start = cmap + this.view.getUint32(cmap + 4 + index * 8 + 4);
      if (this.view.getUint16(start) === 14) return start;
    }
    return null;
  }

  private table(tag: string): number | null {
    for (let index = 0; index < this.view.getUint16(4); index++) {
      const at = 12 + index * 16;
      const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => this.view.getUint8(at + byte)));
      if (name === tag) return this.view.getUint32(at + 8);
    }
    return null;
  }

  private search(
    first: number,
    { count, size }: { count: number; size: number },
    order: (at: number) => number,
  ): number | null {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = first + middle * size;
      const side = order(at);
      if (side === 0) return at;
      if (side < 0) high = middle - 1;
      else low = middle + 1;
    }
    return null;
  }

  private uint24(at: number): number {
    return this.view.getUint16(at) * 256 + this.view.getUint8(at + 2);
  }
}

const compare = (wanted: number, found: number): number => wanted - found;
