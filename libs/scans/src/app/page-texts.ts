import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type PageText, TextRows } from '../data/text-rows';

/** Text of originals, page by page. */
@Injectable()
export class PageTexts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: TextRows,
  ) {}

  /** By the hash of the original, in page order; content without text is absent. */
  of(sha256s: readonly string[]): Promise<ReadonlyMap<string, readonly PageText[]>> {
    return this.uow.read(() => (sha256s.length === 0 ? Promise.resolve(new Map()) : this.rows.of(sha256s)));
  }
}
