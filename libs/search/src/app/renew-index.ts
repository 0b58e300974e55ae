import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { MAKE } from '../core/entry';
import { type Renewal, RenewalRows } from '../data/renewal-rows';
import { Reindex } from './reindex';

/** So long one call works; the next one goes on where it stopped. */
const SHIFT_MS = 40_000;
const CHUNK = 100;

/**
 * Writes the index anew by itself when entries are of an older make (SEA-17): after an upgrade, in chunks that commit with their
 * place, so that a worker that stops loses nothing and another goes on. People search and work meanwhile.
 */
@Injectable()
export class RenewIndex {
  private readonly logger = new Logger('search');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly reindex: Reindex,
    private readonly rows: RenewalRows,
  ) {}

  async run({ make = MAKE, chunk = CHUNK, shiftMs = SHIFT_MS } = {}): Promise<void> {
    const until = performance.now() + shiftMs;
    const before = await this.uow.run(async () => {
      await this.rows.begin(make, await this.uow.now());
      return this.rows.find(make);
    });
    if (before === null || before.finishedAt !== null) return;
    // One chunk at least, however short the shift.
    let isMore: boolean;
    do {
      isMore = await this.step(make, chunk);
    } while (isMore && performance.now() < until);
    this.tell(await this.progress(make));
  }

  /** What the operator is shown; null when this database has not met the make yet. */
  progress(make = MAKE): Promise<Renewal | null> {
    return this.uow.read(() => this.rows.find(make));
  }

  /** @returns whether there is more to do for this worker */
  private step(make: number, chunk: number): Promise<boolean> {
    return this.uow.run(async () => {
      const taken = await this.rows.take(make);
      if (taken === null) return false;
      const { done, upTo, documents } = await this.reindex.chunkAfter(taken.last, chunk);
      await this.rows.advance(make, { last: upTo, documents, done, at: await this.uow.now() });
      return !done;
    });
  }

  private tell(renewal: Renewal | null): void {
    if (renewal === null) return;
    const { documents, total, finishedAt } = renewal;
    if (finishedAt !== null) this.logger.log(`Search index renewed: ${documents} documents.`);
    else this.logger.log(`Renewing the search index: ${documents} of about ${total} documents.`);
  }
}
