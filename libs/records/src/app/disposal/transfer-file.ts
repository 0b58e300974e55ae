import { Injectable } from '@nestjs/common';
import { HandOverDocuments } from '@fubako/documents';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { contentsDigest } from '../../core/disposal/contents';
import { obstacleOf } from '../../core/disposal/obstacle';
import type { BatchRow } from '../../data/disposal/batch-rows';
import { ExpiredRows } from '../../data/disposal/expired-rows';
import { type ItemOutcome, type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { EnterRegister } from './enter-register';
import { HeldFiles, heldOutcome } from './held-files';

/** 移管 of files into the custody of the archives; what is held stays where it is (DISP-6). Part of the caller's unit. */
@Injectable()
export class TransferFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly held: HeldFiles,
    private readonly files: ExpiredRows,
    private readonly items: ItemRows,
    private readonly register: EnterRegister,
    private readonly documents: HandOverDocuments,
  ) {}

  /** @returns what kept files from being handed over, by item */
  async run(
    items: readonly ItemRow[],
    { batch, actor }: { batch: BatchRow; actor: Actor },
  ): Promise<Map<string, ItemOutcome>> {
    const fileIds = items.map(({ fileId }) => fileId);
    const held = await this.held.lock(fileIds, { what: 'transfer', actor: actor.staffNo });
    const facts = await this.files.facts(fileIds);
    const at = await this.uow.now();
    const left = new Map<string, ItemOutcome>();
    for (const item of items) {
      const hold = held.get(item.fileId);
      const known = facts.get(item.fileId);
      const code = known ? obstacleOf(known, localDateAt(at)) : 'has-left';
      const same = known !== undefined && (item.contentsDigest?.equals(contentsDigest(item.fileId, known)) ?? false);
      const outcome = hold ? heldOutcome(hold) : code ? { code } : same ? null : { code: 'contents-changed' };
      await this.items.end([{ id: item.id, state: outcome ? 'left_out' : 'executed', outcome }], at);
      if (outcome) left.set(item.id, outcome);
      else await this.handOver(item, batch, actor);
    }
    return left;
  }

  private async handOver(item: ItemRow, batch: BatchRow, { staffNo, name }: Actor): Promise<void> {
    const { documentIds } = await this.register.run(item, batch, { kind: 'transferred', by: { staffNo, name } });
    await this.files.endFile(item.fileId, 'transferred');
    await this.documents.run(documentIds);
  }
}
