import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { whyNotRemoved } from '../../core/keeping/removal';
import { RemovalRows } from '../../data/keeping/removal-rows';
import { refuse } from '../../errors';
import { HoldGuard } from '../hold-guard';
import { FileDesk } from './file-desk';
import { KeepingRights } from './keeping-rights';

/** 登録の抹消: what was closed without anything in it goes off the register, and nobody looks for its expiry any more (EMPTY-1). */
@Injectable()
export class RemoveFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: FileDesk,
    private readonly rights: KeepingRights,
    private readonly guard: HoldGuard,
    private readonly rows: RemovalRows,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.file-not-found, records.not-yours-to-keep, records.gone, records.cannot-be-removed, records.held */
  run({ fileId, reason }: { readonly fileId: string; readonly reason: string }, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.rows.lock(fileId);
      await this.desk.ofFile(fileId, actor);
      if (!this.rights.isOffice(actor)) throw refuse('records.not-yours-to-keep', {});
      const because = whyNotRemoved(await this.rows.find(fileId));
      if (because) throw refuse('records.cannot-be-removed', { because });
      await this.guard.refuseHeld({ fileIds: [fileId], documentIds: [] }, { what: 'remove', actor: actor.staffNo });
      await this.rows.remove(fileId, reason);
      const subject = { kind: 'record-file', id: fileId };
      this.ledger.record({ subject, kind: 'records.file-removed', actor: actor.staffNo, facts: { reason } });
    });
  }
}
