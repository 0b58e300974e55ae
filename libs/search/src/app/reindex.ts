import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { IndexRows } from '../data/index-rows';
import { IndexDocument } from './index-document';
import { SearchableSource } from './searchable-source';

export interface ReindexOrder {
  /** Go on after this document: what an interrupted run last reported. */
  readonly from?: string;
  /** Documents in one unit of work. */
  readonly chunk?: number;
  /** Called after each committed chunk. */
  readonly report?: (progress: ReindexProgress) => void;
}

export interface ReindexProgress {
  readonly documents: number;
  /** Last document that is done; null when there was none. */
  readonly last: string | null;
}

const CHUNK = 200;

/**
 * Writes the whole index anew, in chunks that commit one by one: an interrupted run goes on where it stopped, people search
 * and work meanwhile, and running it twice changes nothing. Entries without a document are taken out.
 */
@Injectable()
export class Reindex {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly source: SearchableSource,
    private readonly rows: IndexRows,
    private readonly index: IndexDocument,
  ) {}

  async run({ from, chunk = CHUNK, report }: ReindexOrder = {}): Promise<ReindexProgress> {
    let progress: ReindexProgress = { documents: 0, last: from ?? null };
    for (;;) {
      const { done, upTo, documents } = await this.chunkAfter(progress.last, chunk);
      progress = { documents: progress.documents + documents, last: upTo ?? progress.last };
      if (documents > 0) report?.(progress);
      if (done) return progress;
    }
  }

  /** One chunk, in a unit of its own or in that of the caller. */
  chunkAfter(after: string | null, size: number): Promise<{ done: boolean; upTo: string | null; documents: number }> {
    return this.uow.run(async () => {
      const ids = await this.source.idsAfter(after, size);
      const done = ids.length < size;
      const upTo = ids.at(-1) ?? null;
      const strays = await this.rows.known(after, done ? null : upTo);
      await this.index.run([...new Set([...ids, ...strays])]);
      return { done, upTo, documents: ids.length };
    });
  }
}
