import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { ThumbnailRows } from '../data/thumbnail-rows';
import { refuse } from '../errors';
import { Objects, type OpenObject } from './objects';

/** 縮小画像: small pictures of pages. Who may see them is the caller's question. */
@Injectable()
export class Thumbnails {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ThumbnailRows,
    private readonly objects: Objects,
  ) {}

  /**
   * The picture of one page, as PNG. Call it outside a unit of work.
   * @param page from 1
   * @throws DomainError scans.no-thumbnail, and whatever `Objects.open` throws
   */
  async open(sha256: string, page: number): Promise<OpenObject> {
    const place = await this.uow.read(() => this.rows.place(sha256, page));
    if (!place) throw refuse('scans.no-thumbnail', { page });
    const { stream } = await this.objects.open(place.object);
    const bytes = await piece(stream, place.from, place.end);
    return { stream: Readable.from([bytes]), bytes: bytes.length, mediaType: 'image/png' };
  }
}

/** Reads no further than it must; what has been read was verified before it came. */
async function piece(stream: Readable, from: number, end: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let read = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    pieces.push(chunk.subarray(Math.max(0, from - read), Math.max(0, end - read)));
    read += chunk.length;
    if (read >= end) break;
  }
  return Buffer.concat(pieces);
}
