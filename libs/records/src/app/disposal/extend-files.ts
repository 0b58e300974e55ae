import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { extendedTo } from '../../core/disposal/extension';
import { ExtensionRows } from '../../data/disposal/extension-rows';
import { type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { RecordLocks } from '../record-locks';

/** 延長 that was decided on with a batch (RULE-87). A hold does not stand against it: it only keeps longer. */
@Injectable()
export class ExtendFiles {
  constructor(
    private readonly locks: RecordLocks,
    private readonly rows: ExtensionRows,
    private readonly items: ItemRows,
    private readonly ledger: Ledger,
  ) {}

  async run(items: readonly ItemRow[], { at, by }: { at: Date; by: string }): Promise<void> {
    if (items.length === 0) return;
    await this.locks.take({ fileIds: items.map(({ fileId }) => fileId), documentIds: [] });
    const extensions = items.map(({ fileId, expiresOn, extendYears }) => ({
      fileId,
      until: extendedTo(expiresOn, extendYears ?? 1, localDateAt(at)),
    }));
    await this.rows.extend(extensions);
    await this.items.end(
      items.map(({ id }) => ({ id, state: 'executed', outcome: null })),
      at,
    );
    this.ledger.record(
      ...extensions.map(({ fileId, until }) => ({
        subject: { kind: 'record-file', id: fileId },
        kind: 'records.extended',
        actor: by,
        facts: { until },
      })),
    );
  }
}
