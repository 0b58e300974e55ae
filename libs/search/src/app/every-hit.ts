import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { ArchiveRows, type ListedHit } from '../data/archive-rows';
import type { ReadersQuestion } from '../data/hits.sql';

const PAGE = 200;

/** All hits of a question, page by page, each page with the reader's rights as they are then. Call it outside a unit of work. */
@Injectable()
export class EveryHit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ArchiveRows,
  ) {}

  async *pages(question: ReadersQuestion, most: number): AsyncGenerator<ListedHit[]> {
    let next: ReadersQuestion = question;
    for (let left = most; left > 0; left -= PAGE) {
      const { keys, hits } = await this.uow.read(async () => {
        await this.rows.prepare(next.plan);
        const found = await this.rows.page(next, Math.min(PAGE, left));
        return { keys: found, hits: await this.rows.listed(found) };
      });
      if (hits.length > 0) yield hits;
      const last = keys.at(-1);
      if (!last || keys.length < PAGE) return;
      next = { ...question, after: last };
    }
  }
}
