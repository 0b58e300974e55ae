import type { Readable } from 'node:stream';

/** A file on its way to a person: its bytes, and the name and type under which they go. */
export interface OutgoingFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly stream: Readable;
}
