/** A page of a TIFF file: its directory, entry by entry. */
interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** The values as they lie in the file, wherever that is. */
  readonly value: Buffer;
}
type Directory = readonly Entry[];

const HEAD = 8;
const ENTRY = 12;
const INLINE = 4;
const MOST_PAGES = 10_000;
/** Bytes of each type of value, by its number. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4] as const;
const SHORT = 3;
const LONG = 4;
const COMPRESSION = 259;
/** The way of JPEG in TIFF that was given up: its tables lie anywhere in the file. */
const OLD_JPEG = 6;
/** Where the strips or tiles of a page lie, each with where their lengths stand. */
const PLACES: ReadonlyMap<number, number> = new Map([
  [273, 279],
  [324, 325],
]);
/** Directories beside the page (smaller pictures, camera, position): they point into the file that is left behind. */
const POINTERS: ReadonlySet<number> = new Set([330, 34_665, 34_853, 40_965]);

/** The numbers of a TIFF file in its own order of bytes. */
class TiffBytes {
  private readonly isLittle: boolean;

  constructor(readonly bytes: Buffer) {
    this.isLittle = bytes.toString('latin1', 0, 2) === 'II';
    if (this.u16(2) !== 42) throw new RangeError('Not a TIFF file of 32 bits.');
  }

  u16(at: number): number {
    return this.isLittle ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  u32(at: number): number {
    return this.isLittle ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  put16(target: Buffer, at: number, value: number): void {
    if (this.isLittle) target.writeUInt16LE(value, at);
    else target.writeUInt16BE(value, at);
  }

  put32(target: Buffer, at: number, value: number): void {
    if (this.isLittle) target.writeUInt32LE(value, at);
    else target.writeUInt32BE(value, at);
  }

  /** @throws RangeError when the file does not reach so far */
  piece(at: number, length: number): Buffer {
    if (at + length > this.bytes.length) throw new RangeError('The file ends before.');
    return this.bytes.subarray(at, at + length);
  }

  numbers({ type, count, value }: Entry): number[] {
    if (type !== SHORT && type !== LONG) throw new RangeError(`Type ${type} is none of places.`);
    const inner = new TiffBytes(Buffer.concat([this.bytes.subarray(0, 4), value]));
    return Array.from({ length: count }, (_, n) => (type === SHORT ? inner.u16(4 + 2 * n) : inner.u32(4 + 4 * n)));
  }
}

/**
 * Parts of a TIFF file, each a whole file; what a page says of itself and its picture are copied as they are.
 * @param parts numbers of pages from 0 for each part
 * @param pages so many the file must have
 * @throws RangeError when the file is not one that can be parted so
 */
export function partTiff(bytes: Buffer, parts: readonly (readonly number[])[], pages: number): Buffer[] {
  const file = new TiffBytes(bytes);
  const directories = directoriesOf(file);
  if (directories.length !== pages) throw new RangeError(`${directories.length} directories for ${pages} pages.`);
  return parts.map((part) =>
    written(
      file,
      part.map((page) => directories[page] ?? []),
    ),
  );
}

function directoriesOf(file: TiffBytes): Directory[] {
  const directories: Directory[] = [];
  for (let at = file.u32(4); at !== 0;) {
    if (directories.length === MOST_PAGES) throw new RangeError('Too many pages.');
    const entries = file.u16(at);
    directories.push(Array.from({ length: entries }, (_, n) => entryAt(file, at + 2 + n * ENTRY)));
    at = file.u32(at + 2 + entries * ENTRY);
  }
  return directories;
}

function entryAt(file: TiffBytes, at: number): Entry {
  const [tag, type, count] = [file.u16(at), file.u16(at + 2), file.u32(at + 4)];
  const length = (SIZES[type] ?? 0) * count;
  if (length === 0) throw new RangeError(`Tag ${tag} has no values of a known type.`);
  return { tag, type, count, value: file.piece(length <= INLINE ? at + 8 : file.u32(at + 8), length) };
}

function written(file: TiffBytes, directories: readonly Directory[]): Buffer {
  const target = new GrowingFile(file);
  for (const directory of directories) target.add(directory);
  return target.whole();
}

class GrowingFile {
  private readonly pieces: Buffer[] = [];
  private at = HEAD;
  /** Where the place of the next directory is to be written. */
  private next: { piece: Buffer; at: number };

  constructor(private readonly file: TiffBytes) {
    const head = Buffer.from(file.piece(0, HEAD));
    this.next = { piece: head, at: 4 };
    this.pieces.push(head);
  }

  add(directory: Directory): void {
    const kept = directory.filter(({ tag }) => !POINTERS.has(tag));
    const moved = kept.map((entry) => (PLACES.has(entry.tag) ? this.moved(entry, directory) : this.sound(entry)));
    const fields = moved.map((entry) => ({
      ...entry,
      place: entry.value.length > INLINE ? this.put(entry.value) : null,
    }));
    const bytes = Buffer.alloc(2 + fields.length * ENTRY + 4);
    this.file.put16(bytes, 0, fields.length);
    fields.forEach(({ tag, type, count, value, place }, n) => {
      const at = 2 + n * ENTRY;
      this.file.put16(bytes, at, tag);
      this.file.put16(bytes, at + 2, type);
      this.file.put32(bytes, at + 4, count);
      if (place === null) value.copy(bytes, at + 8);
      else this.file.put32(bytes, at + 8, place);
    });
    this.file.put32(this.next.piece, this.next.at, this.put(bytes));
    this.next = { piece: bytes, at: bytes.length - 4 };
  }

  whole(): Buffer {
    return Buffer.concat(this.pieces);
  }

  /** Strips or tiles go over, and their places are those in the new file. */
  private moved(entry: Entry, directory: Directory): Entry {
    const lengths = directory.find(({ tag }) => tag === PLACES.get(entry.tag));
    if (!lengths || lengths.count !== entry.count) throw new RangeError('Strips without lengths.');
    const sizes = this.file.numbers(lengths);
    const value = Buffer.alloc(entry.count * 4);
    this.file.numbers(entry).forEach((from, n) => {
      this.file.put32(value, n * 4, this.put(this.file.piece(from, sizes[n] ?? 0)));
    });
    return { ...entry, type: LONG, value };
  }

  private sound(entry: Entry): Entry {
    if (entry.tag === COMPRESSION && this.file.numbers(entry)[0] === OLD_JPEG)
      throw new RangeError('The tables of its JPEG lie anywhere.');
    return entry;
  }

  /** Everything begins at an even place. @returns where it lies */
  private put(bytes: Buffer): number {
    const place = this.at;
    this.pieces.push(bytes);
    this.at += bytes.length;
    if (this.at % 2 === 1) {
      this.pieces.push(Buffer.alloc(1));
      this.at += 1;
    }
    return place;
  }
}
