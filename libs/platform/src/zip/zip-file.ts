import { createHash } from 'node:crypto';
import { type WriteStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Zip, ZipPassThrough } from 'fflate';

export interface ZippedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A zip written to a file as it is made; nothing is held in memory. Files are stored as they are: most are compressed already. */
export class ZipFile {
  private readonly out: WriteStream;
  private readonly zip: Zip;
  private written = 0;

  constructor(path: string) {
    this.out = createWriteStream(path);
    this.zip = new Zip((error, chunk) => {
      if (error) this.out.destroy(error);
      else if (!this.out.write(chunk)) this.full = true;
      this.written += chunk.length;
    });
  }

  private full = false;

  get bytes(): number {
    return this.written;
  }

  /** @returns what went in, as it flowed past */
  async add(path: string, source: AsyncIterable<Buffer> | readonly Buffer[]): Promise<ZippedFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    const entry = new ZipPassThrough(path);
    this.zip.add(entry);
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      entry.push(chunk, false);
      await this.drained();
    }
    entry.push(new Uint8Array(0), true);
    await this.drained();
    return { path, bytes, sha256: hash.digest('hex') };
  }

  async close(): Promise<void> {
    this.zip.end();
    this.out.end();
    await finished(this.out);
  }

  private async drained(): Promise<void> {
    if (!this.full) return;
    this.full = false;
    if (this.out.writableNeedDrain) await once(this.out, 'drain');
  }
}
