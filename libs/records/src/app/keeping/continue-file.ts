import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { nextReview, whyNotContinued, whyNotYearly } from '../../core/keeping/continuing';
import { ContinuingRows } from '../../data/keeping/continuing-rows';
import { refuse } from '../../errors';
import { HoldGuard } from '../hold-guard';
import { FileDesk } from './file-desk';
import { Reckonings } from './reckoning';
import { lastOf } from './set-event';

export interface KindRequest {
  readonly fileId: string;
  readonly reason: string;
}

/** An open file becomes 継続簿冊, and while its year lasts a file of its year again (CONT-5, CONT-6). */
@Injectable()
export class ContinueFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: FileDesk,
    private readonly guard: HoldGuard,
    private readonly rows: ContinuingRows,
    private readonly reckonings: Reckonings,
    private readonly ledger: Ledger,
  ) {}

  /** A hold forbids nothing of this: what goes on has no end. @throws DomainError records.file-not-found, records.not-yours-to-keep, records.gone, records.cannot-be-continued */
  continue({ fileId, reason }: KindRequest, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.desk.lock({ fileIds: [fileId], documentIds: [] });
      await this.desk.ofFile(fileId, actor);
      const because = whyNotContinued(await this.rows.find(fileId));
      if (because) throw refuse('records.cannot-be-continued', { because });
      const reviewOn = nextReview(actor.on);
      await this.rows.continue(fileId, reviewOn);
      this.note('records.file-made-continuing', fileId, { actor, facts: { reason, reviewOn } });
    });
  }

  /** Gets an end where it had none, so not under a hold (HOLD-2). @throws DomainError as {@link continue}, records.cannot-be-yearly, records.held */
  endWithYear({ fileId, reason }: KindRequest, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.desk.lock({ fileIds: [fileId], documentIds: [] });
      const rows = await this.desk.ofFile(fileId, actor);
      const because = whyNotYearly(await this.rows.find(fileId), actor.on);
      if (because) throw refuse('records.cannot-be-yearly', { because });
      const subjects = { fileIds: [fileId], documentIds: [] };
      await this.guard.refuseHeld(subjects, { what: 'end-with-year', actor: actor.staffNo });
      await this.rows.endWithYear(fileId);
      const planned = await this.reckonings.planYearly({ fileId, rows }, actor.on);
      await this.reckonings.write(planned);
      this.note('records.file-made-yearly', fileId, { actor, facts: { reason, expiresOn: lastOf(planned) } });
    });
  }

  private note(
    kind: string,
    fileId: string,
    { actor, facts }: { actor: Actor; facts: Readonly<Record<string, unknown>> },
  ): void {
    this.ledger.record({ subject: { kind: 'record-file', id: fileId }, kind, actor: actor.staffNo, facts });
  }
}
