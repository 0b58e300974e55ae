import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { renewedTo } from '../../core/keeping/extend';
import { type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { ExtensionRows } from '../../data/extension-rows';
import { RecordLocks } from '../record-locks';

/** 延長 that was decided on with a batch (RULE-87). A hold does not stand against it: it only keeps longer. */
@Injectable()
export class ExtendDecidedFiles {
  constructor(
    private readonly locks: RecordLocks,
    private readonly rows: ExtensionRows,
    private readonly items: ItemRows,
    private readonly ledger: Ledger,
  ) {}

  async run(items: readonly ItemRow[], { at, by }: { at: Date; by: string }): Promise<void> {
    if (items.length === 0) return;
    await this.locks.take({ fileIds: items.map(({ fileId }) => fileId), documentIds: [] });
    const extensions = items.map(({ fileId, expiresOn, extendYears }) => {
      const years = extendYears ?? 1;
      return { fileId, years, expiresOn, until: renewedTo(expiresOn, years, localDateAt(at)) };
    });
    await this.rows.extend(extensions);
    await this.items.end(
      items.map(({ id }) => ({ id, state: 'executed', outcome: null })),
      at,
    );
    this.ledger.record(
      ...extensions.map(({ fileId, years, expiresOn, until }) => ({
        subject: { kind: 'record-file', id: fileId },
        kind: 'records.extended',
        actor: by,
        facts: { years, expiredBefore: expiresOn, expiresOn: until },
      })),
    );
  }
}
