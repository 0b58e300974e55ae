import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { Actors } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { extendedTo, whyNotExtended } from '../../core/keeping/extend';
import {
  type ExtensionBatchHead,
  ExtensionBatchRows,
  type ItemOutcome,
  type ItemToExtend,
} from '../../data/keeping/extension-batch-rows';
import { ExtensionRows } from '../../data/extension-rows';
import { KeepingRights } from './keeping-rights';

/** So many files in one transaction: a chunk takes a fraction of a second, and stopping waits for one at most. */
const CHUNK = 500;

/** Works through a batch in chunks of one transaction each; what is done stays done when it is stopped or the machine fails. */
@Injectable()
export class ExtendFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ExtensionBatchRows,
    private readonly files: ExtensionRows,
    private readonly actors: Actors,
    private readonly rights: KeepingRights,
    private readonly ledger: Ledger,
  ) {}

  /** @returns how many files got an outcome in this run */
  async run(batchId: string): Promise<number> {
    let done = 0;
    for (;;) {
      const count = await this.uow.run(() => this.chunk(batchId));
      if (count === 0) return done;
      done += count;
    }
  }

  private async chunk(batchId: string): Promise<number> {
    const batch = await this.rows.head(batchId);
    if (!batch || batch.stoppedAt || batch.finishedAt) return 0;
    const items = await this.rows.take(batchId, CHUNK);
    const at = await this.uow.now();
    if (items.length === 0) {
      await this.rows.finish(batchId, at);
      return 0;
    }
    const outcomes = await this.outcomes(items, batch);
    await this.files.extend(outcomes.flatMap(({ fileId, toOn }) => (toOn === null ? [] : [{ fileId, until: toOn }])));
    await this.rows.settle(batchId, outcomes, at);
    this.note(outcomes, batch);
    return outcomes.length;
  }

  private async outcomes(items: readonly ItemToExtend[], batch: ExtensionBatchHead): Promise<ItemOutcome[]> {
    const actor = await this.actors.of(batch.askedBy as StaffNo);
    const yours = new Map<string, boolean>();
    for (const { sectionCode } of items)
      if (!yours.has(sectionCode)) yours.set(sectionCode, await this.rights.mayKeep(actor, sectionCode));
    return items.map(({ fileId, sectionCode, state, expiresOn }) => {
      const code = whyNotExtended({ state, expiresOn, isYours: yours.get(sectionCode) ?? false });
      return code === null && expiresOn !== null
        ? { fileId, outcome: 'extended', code, fromOn: expiresOn, toOn: extendedTo(expiresOn, batch.years) }
        : { fileId, outcome: 'refused', code, fromOn: expiresOn, toOn: null };
    });
  }

  private note(outcomes: readonly ItemOutcome[], { id, askedBy, reason, years }: ExtensionBatchHead): void {
    const extended = outcomes.filter(({ outcome }) => outcome === 'extended');
    this.ledger.record(
      ...extended.map(({ fileId, fromOn, toOn }) => ({
        subject: { kind: 'record-file', id: fileId },
        kind: 'records.extended',
        actor: askedBy,
        facts: { batch: id, years, expiredBefore: fromOn, expiresOn: toOn, reason },
      })),
    );
  }
}
