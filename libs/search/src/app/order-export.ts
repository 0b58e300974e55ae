import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { type ExportKind, ExportRows } from '../data/export-rows';
import type { SavedConditions } from '../data/saved-search-rows';
import { refuse } from '../errors';
import { exportOrdered } from '../events';
import { requestOf } from './saved-conditions';
import { ArchiveHits } from './archive-hits';
import { SearchQuestion, understand } from './search-question';

/** Most hits of one export. */
export const MOST_EXPORTED: Readonly<Record<ExportKind, number>> = { list: 100_000, package: 1_000 };

export interface ExportWish {
  readonly kind: ExportKind;
  readonly conditions: SavedConditions;
  readonly reason: string;
}

/** 書き出しの依頼: the reason is in the ledger when the worker begins (SEA-33). */
@Injectable()
export class OrderExport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly questions: SearchQuestion,
    private readonly hits: ArchiveHits,
    private readonly rows: ExportRows,
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  /** @returns its id. @throws DomainError search.reason-missing, search.nothing-to-export, search.too-many-to-export, those of a search */
  run({ kind, conditions, reason }: ExportWish, actor: Actor): Promise<string> {
    if (reason.trim() === '')
      throw refuse('search.reason-missing', { errors: [{ pointer: '/reason', code: 'form.required' }] });
    return this.uow.run(async () => {
      const question = await this.questions.of(understand(requestOf(conditions)), actor);
      await this.hits.prepare(question);
      const { length: total } = await this.hits.page(question, MOST_EXPORTED[kind] + 1);
      if (total === 0) throw refuse('search.nothing-to-export', {});
      if (total > MOST_EXPORTED[kind]) throw refuse('search.too-many-to-export', { limit: MOST_EXPORTED[kind] });
      const id = newId<string>();
      await this.rows.insert({ id, staffNo: actor.staffNo, kind, conditions, reason, total });
      this.ledger.record({
        subject: { kind: 'search-export', id },
        kind: 'search.export-ordered',
        actor: actor.staffNo,
        facts: { export: kind, reason, conditions: JSON.stringify(conditions), total },
      });
      await this.bus.publish(exportOrdered, id, { exportId: id });
      return id;
    });
  }
}
