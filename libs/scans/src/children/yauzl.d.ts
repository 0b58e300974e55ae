/** The part of yauzl that is used here; the package brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    readonly crc32: number;
    readonly compressedSize: number;
    readonly relativeOffsetOfLocalHeader: number;
    readonly generalPurposeBitFlag: number;
    readonly externalFileAttributes: number;
  }
  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
  }
  interface OpenOptions {
    strictFileNames?: boolean;
  }
  const yauzl: {
    openPromise(path: string, options?: OpenOptions): Promise<ZipFile>;
    fromBufferPromise(bytes: Buffer, options?: OpenOptions): Promise<ZipFile>;
  };
  export default yauzl;
}
