import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { type ExtensionBatchRow, ExtensionBatchRows } from '../../data/keeping/extension-batch-rows';
import { refuse } from '../../errors';
import { KeepingRights } from './keeping-rights';

/** A batch is seen and steered by who asked for it and by the records office. */
@Injectable()
export class ExtensionRights {
  constructor(
    private readonly rows: ExtensionBatchRows,
    private readonly rights: KeepingRights,
  ) {}

  seesAll(actor: Actor): boolean {
    return this.rights.isOffice(actor);
  }

  /** @throws DomainError records.extension-not-found */
  async batch(id: string, actor: Actor): Promise<ExtensionBatchRow> {
    const batch = await this.rows.find(id);
    if (!batch || (batch.askedBy !== actor.staffNo && !this.rights.isOffice(actor)))
      throw refuse('records.extension-not-found', { batchId: id });
    return batch;
  }
}
