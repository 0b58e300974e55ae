import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { ChildFailed } from '../children/child-process';
import { askNodeChild } from '../children/node-child';
import type { ThumbnailsAnswer, ThumbnailsRequest } from '../children/paint-thumbnails.child';
import { inWorkFolder, layDown } from '../children/work-folder';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import { type ThumbnailOutcome, ThumbnailRows } from '../data/thumbnail-rows';
import { type Admitted, CustodyDesk } from './custody-desk';

const LIMITS = { timeoutMs: 120_000, memoryMb: 768, maxOutputBytes: 64 * 1024 };
/** A file of more pages is leafed through by number. */
const MOST_PAGES = 300;
const MOST_BYTES = 64 * 1024 * 1024;
/** Pictures one behind the other: nothing that a program would open by itself. */
const MEDIA_TYPE = 'application/octet-stream';

interface Painted {
  readonly object: Admitted;
  readonly ends: readonly number[];
}

/** Makes the small pictures of the pages, once for each content, from the PDF that pages show (SCN-44). */
@Injectable()
export class MakeThumbnails {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly custody: CustodyDesk,
    private readonly objects: StoredObjects,
    private readonly rows: ThumbnailRows,
  ) {}

  /** @param pdf what pages show of the original */
  async run(sha256: string, pdf: StoredObject): Promise<void> {
    const painted = await this.paint(pdf);
    await this.uow.run(async () => {
      const at = await this.uow.now();
      const outcome = 'object' in painted ? await this.keep(painted, at) : painted;
      await this.rows.settle(sha256, outcome, at);
    });
  }

  private async paint(pdf: StoredObject): Promise<Painted | Extract<ThumbnailOutcome, { detail: string }>> {
    try {
      return await inWorkFolder(async (folder) => {
        const path = await layDown(folder, 'content.pdf', await this.custody.openVerified(pdf));
        const request: ThumbnailsRequest = { path, target: join(folder, 'thumbnails'), most: MOST_PAGES };
        const { ends } = await askNodeChild<ThumbnailsAnswer>('paint-thumbnails', request, { folder, limits: LIMITS });
        const body = createReadStream(request.target);
        const deposited = await this.custody.deposit(body, { maxBytes: MOST_BYTES, expectedBytes: ends.at(-1) ?? 0 });
        return { object: await this.custody.admit(deposited), ends };
      });
    } catch (error) {
      if (error instanceof ChildFailed) return { state: 'failed', detail: `painting: ${error.fault}` };
      throw error;
    }
  }

  private async keep({ object: { since, ...kept }, ends }: Painted, at: Date): Promise<ThumbnailOutcome> {
    const object = { ...kept, mediaType: MEDIA_TYPE, pages: null, activeContent: [] };
    if (!(await this.objects.keep(object, at, since)))
      throw new Error(`Thumbnails ${object.sha256} are being removed.`);
    return { state: 'ready', object: object.sha256, ends };
  }
}
