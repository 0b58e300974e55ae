import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../../disposal-errors';
import { refusePaper } from '../../paper-errors';
import type { Locking } from '../disposal/disposal-lock';
import { HoldGuard } from '../hold-guard';
import { LentFiles } from './lent-files';

/** SUB-7 What keeps the paper of a file although a scan stands for it: a hold, a loan, a witness that locks. A refusal stays in the ledger. */
@Injectable()
export class PaperGuards {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly holds: HoldGuard,
    private readonly lent: LentFiles,
    private readonly ledger: Ledger,
  ) {}

  /** As holds do, before anything is looked at. */
  lock(fileId: string): Promise<void> {
    return this.holds.lock({ fileIds: [fileId], documentIds: [] });
  }

  /** For a file that is locked. @throws DomainError records.held, records.paper-is-lent, records.locked-by-witness */
  async pass(fileId: string, { staffNo }: Actor, [gap]: Locking): Promise<void> {
    await this.holds.refuseHeld({ fileIds: [fileId], documentIds: [] }, { what: 'destroy-paper', actor: staffNo });
    if ((await this.lent.among([fileId])).size > 0) throw refusePaper('records.paper-is-lent', {});
    if (!gap) return;
    const facts = { attempt: 'destroy-paper', fault: `witness-${gap.kind}` };
    this.uow.afterRollback(() =>
      this.uow.run(async () => {
        const subject = { kind: 'record-file', id: fileId };
        this.ledger.record({ subject, kind: 'records.disposal-refused', actor: staffNo, facts });
      }),
    );
    throw refuse('records.locked-by-witness', { kind: gap.kind });
  }
}
