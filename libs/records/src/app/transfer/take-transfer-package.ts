import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@fubako/kernel';
import { Ledger, ReadLog } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody } from '@fubako/platform/object-store';
import { PackageRows } from '../../data/transfer/package-rows';
import { refuse } from '../../disposal-errors';
import { BatchDesk } from '../disposal/batch-desk';
import { mayOrder } from './transfer-packages';

export interface PackageFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly stream: Readable;
}

/** Hands 移管資料 to whoever ordered them, proven anew where they hold what asks for it (ID-24). */
@Injectable()
export class TakeTransferPackage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly rows: PackageRows,
    private readonly custody: Custody,
    private readonly ledger: Ledger,
    private readonly readings: ReadLog,
  ) {}

  /** Asks for the proof that taking it needs. @throws DomainError records.no-such-batch */
  ask(batchId: string, actor: Actor): Promise<void> {
    return this.uow.read(async () => {
      await this.desk.look(batchId, actor);
      this.readings.ask(actor, ...((await this.rows.latest(batchId, actor.staffNo))?.secrecies ?? []));
    });
  }

  /** @throws DomainError records.no-such-batch, records.package-not-ready, what it waits for */
  async run(batchId: string, actor: Actor): Promise<PackageFile> {
    const { object, name } = await this.uow.run(async () => {
      const { batch, ...open } = await this.desk.look(batchId, actor);
      const latest = await this.rows.latest(batchId, actor.staffNo);
      if (latest && latest.state !== 'failed' && latest.fault !== null) throw new DomainError(latest.fault, {});
      const isThere =
        latest?.state === 'ready' && latest.expiresAt !== null && latest.expiresAt > (await this.uow.now());
      const kept = isThere && mayOrder(open) ? await this.rows.object(latest.id) : null;
      if (!kept || !latest) throw refuse('records.package-not-ready', { batchId });
      this.readings.ask(actor, ...latest.secrecies);
      this.ledger.record({
        subject: { kind: 'disposal-batch', id: batchId },
        kind: 'records.transfer-package-taken',
        actor: actor.staffNo,
        facts: { package: latest.id, sha256: kept.sha256 },
      });
      return { object: kept, name: `移管資料_${batch.sectionName}_${batch.fiscalYear}-${batch.no}.zip` };
    });
    const stream = await this.custody.openQuarantined(object);
    return { fileName: name, mediaType: 'application/zip', bytes: object.bytes, stream };
  }
}
