import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { standingOf } from '../../core/batch-standing';
import { type ExtensionBatchRow, ExtensionBatchRows } from '../../data/keeping/extension-batch-rows';
import { ExtensionRights } from './extension-rights';
import type { ExtensionBatchView, ExtensionItemView } from './extensions.views.dto';

const MOST_ITEMS = 1000;
const MOST_BATCHES = 50;

/** How far a batch of extensions is, and what became of its files. */
@Injectable()
export class ReadExtensions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ExtensionBatchRows,
    private readonly rights: ExtensionRights,
  ) {}

  /** @throws DomainError records.extension-not-found */
  run(id: string, actor: Actor): Promise<ExtensionBatchView> {
    return this.uow.read(async () => viewOf(await this.rights.batch(id, actor)));
  }

  /** The latest fifty: of the records office those of everybody. */
  latest(actor: Actor): Promise<ExtensionBatchView[]> {
    return this.uow.read(async () => {
      const rows = await this.rows.latest(this.rights.seesAll(actor) ? null : actor.staffNo, MOST_BATCHES);
      return rows.map(viewOf);
    });
  }

  /** The first thousand; refused ones before the others. @throws DomainError records.extension-not-found */
  items(id: string, outcome: string | undefined, actor: Actor): Promise<ExtensionItemView[]> {
    return this.uow.read(async () => {
      await this.rights.batch(id, actor);
      return this.rows.items(id, outcome, MOST_ITEMS);
    });
  }
}

function viewOf({ askedAt, askedBy: _, stoppedAt, finishedAt, ...batch }: ExtensionBatchRow): ExtensionBatchView {
  return { ...batch, askedAt: askedAt.toISOString(), ...standingOf({ stoppedAt, finishedAt }) };
}
