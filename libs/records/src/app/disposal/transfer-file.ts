import { Injectable } from '@nestjs/common';
import { HandOverDocuments } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import type { BatchRow } from '../../data/disposal/batch-rows';
import { ExpiredRows } from '../../data/disposal/expired-rows';
import { type ItemOutcome, type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { DisposalGuards } from './disposal-guards';
import type { Locking } from './disposal-lock';
import { EnterRegister } from './enter-register';
import { LastLook } from './last-look';

interface Leaving {
  readonly batch: BatchRow;
  readonly actor: Actor;
  readonly at: Date;
  readonly locking: Locking;
}

/** 移管 of files into the custody of the archives; what is held stays where it is (DISP-6). Part of the caller's unit. */
@Injectable()
export class TransferFile {
  constructor(
    private readonly guards: DisposalGuards,
    private readonly look: LastLook,
    private readonly files: ExpiredRows,
    private readonly items: ItemRows,
    private readonly register: EnterRegister,
    private readonly documents: HandOverDocuments,
  ) {}

  /** @returns what kept files from being handed over, by item. @throws DomainError records.locked-by-witness */
  async run(items: readonly ItemRow[], { batch, actor, at, locking }: Leaving): Promise<Map<string, ItemOutcome>> {
    this.guards.refuseLocked(batch.id, actor.staffNo, locking);
    const left = await this.look.at(items, batch, { what: 'transfer', actor: actor.staffNo });
    for (const item of items) {
      const outcome = left.get(item.id) ?? null;
      await this.items.end([{ id: item.id, state: outcome ? 'left_out' : 'executed', outcome }], at);
      if (!outcome) await this.handOver(item, batch, actor);
    }
    return left;
  }

  private async handOver(item: ItemRow, batch: BatchRow, { staffNo, name }: Actor): Promise<void> {
    const { documentIds } = await this.register.run(item, batch, { kind: 'transferred', by: { staffNo, name } });
    await this.files.endFile(item.fileId, 'transferred');
    await this.documents.run(documentIds);
  }
}
