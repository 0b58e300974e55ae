import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { nextReview, whyNotClosed, whyNotReopened } from '../../core/keeping/continuing';
import { ContinuingRows } from '../../data/keeping/continuing-rows';
import { refuse } from '../../errors';
import { FileDesk } from './file-desk';
import { type Planned, Reckonings, isOwn } from './reckoning';
import { lastOf } from './set-event';

export interface ClosingRequest {
  readonly fileId: string;
  readonly closedOn: LocalDate;
  readonly reason: string;
}

/** 継続簿冊 is closed by somebody, and opened again until something stands on that (CONT-2 to CONT-4). */
@Injectable()
export class CloseFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: FileDesk,
    private readonly rows: ContinuingRows,
    private readonly reckonings: Reckonings,
    private readonly ledger: Ledger,
  ) {}

  /** What its dates would be. @throws DomainError as {@link close} */
  preview(request: Omit<ClosingRequest, 'reason'>, actor: Actor): Promise<Planned[]> {
    return this.uow.read(() => this.plan(request, actor));
  }

  /** @throws DomainError records.file-not-found, records.not-yours-to-keep, records.gone, records.cannot-be-closed, records.bad-closing-day */
  close({ reason, ...request }: ClosingRequest, actor: Actor): Promise<void> {
    const { fileId, closedOn } = request;
    return this.uow.run(async () => {
      await this.desk.lock({ fileIds: [fileId], documentIds: [] });
      const planned = await this.plan(request, actor);
      await this.rows.close(fileId, { closedOn, reason });
      await this.reckonings.write(planned);
      this.note('records.file-closed', fileId, {
        actor,
        facts: { closedOn, reason, expiresOn: lastOf(planned) },
        planned,
      });
    });
  }

  /** No record in it gets an earlier day by that (RET-8). @throws DomainError records.file-not-found, records.not-yours-to-keep, records.gone, records.cannot-be-reopened */
  reopen({ fileId, reason }: Omit<ClosingRequest, 'closedOn'>, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.desk.lock({ fileIds: [fileId], documentIds: [] });
      const rows = await this.desk.ofFile(fileId, actor);
      const because = whyNotReopened(await this.rows.find(fileId));
      if (because) throw refuse('records.cannot-be-reopened', { because });
      const planned = rows.map((row) => this.reckonings.plan(row, { fileClosedOn: null, mayShorten: false }, actor.on));
      await this.rows.reopen(fileId, nextReview(actor.on));
      await this.reckonings.write(planned);
      this.note('records.file-reopened', fileId, { actor, facts: { reason }, planned });
    });
  }

  private async plan({ fileId, closedOn }: Omit<ClosingRequest, 'reason'>, actor: Actor): Promise<Planned[]> {
    const rows = await this.desk.ofFile(fileId, actor);
    const file = await this.rows.find(fileId);
    const because = whyNotClosed(file);
    if (because) throw refuse('records.cannot-be-closed', { because });
    if (closedOn > actor.on || closedOn < file.lastDay)
      throw refuse('records.bad-closing-day', { from: file.lastDay, to: actor.on });
    const planned = await this.reckonings.planFile(
      { fileId, rows },
      { fileClosedOn: closedOn, mayShorten: false },
      actor.on,
    );
    // In use it had no end yet: that it gets one shortens nothing.
    return planned.map((one) => ({ ...one, isShorter: false }));
  }

  private note(
    kind: string,
    fileId: string,
    { actor, facts, planned }: { actor: Actor; facts: Record<string, unknown>; planned: readonly Planned[] },
  ): void {
    this.ledger.record({ subject: { kind: 'record-file', id: fileId }, kind, actor: actor.staffNo, facts });
    this.desk.note(
      planned.filter((one) => !isOwn(one)),
      { kind: 'records.retention-changed', actor, facts: { because: kind } },
    );
  }
}
