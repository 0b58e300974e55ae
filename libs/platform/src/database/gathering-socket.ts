import { Socket } from 'node:net';

interface Gathered {
  readonly chunk: Uint8Array;
}

/**
 * Writes at once what is asked within one turn of the event loop: ten statements are one call to the operating system, and wake
 * the database once. The driver corks the socket for each statement; the first cork of a turn lasts until its end. What was
 * gathered, some fifty small messages, goes out as one piece.
 */
export class GatheringSocket extends Socket {
  private gathering = false;

  override cork(): void {
    super.cork();
    if (this.gathering) return;
    this.gathering = true;
    super.cork();
    process.nextTick(() => {
      this.gathering = false;
      this.uncork();
    });
  }

  override _writev(chunks: readonly Gathered[], written: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'buffer' as BufferEncoding, written);
  }
}
