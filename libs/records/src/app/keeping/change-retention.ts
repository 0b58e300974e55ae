import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Ledger } from '@fubako/ledger';
import { KeptFileRows } from '../../data/keeping/kept-file-rows';
import { refuse } from '../../errors';
import { FileDesk } from './file-desk';
import { KeepingRights } from './keeping-rights';
import { type Planned, Reckonings, isOwn } from './reckoning';
import { assertNotShorter } from './shortening';

export interface RetentionRequest {
  readonly fileId: string;
  readonly retentionClass: string;
  readonly reason: string;
  /** 短縮 was seen and is meant; otherwise nothing gets an earlier expiry. */
  readonly shorten: boolean;
}

/** KEEP-2 Another retention class for a file and everything in it; by the records office, never shorter unless meant, never shorter under a hold. */
@Injectable()
export class ChangeRetention {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rights: KeepingRights,
    private readonly desk: FileDesk,
    private readonly files: KeptFileRows,
    private readonly reckonings: Reckonings,
    private readonly ledger: Ledger,
  ) {}

  /** What the dates would be if shortening were meant. */
  preview(request: Pick<RetentionRequest, 'fileId' | 'retentionClass'>, actor: Actor): Promise<Planned[]> {
    return this.uow.read(() => this.plan({ ...request, shorten: true }, actor));
  }

  /** @throws DomainError records.file-not-found, records.not-yours-to-keep, records.gone, records.unknown-class, records.would-shorten, records.held */
  run(request: RetentionRequest, actor: Actor): Promise<void> {
    const { fileId, retentionClass, reason, shorten } = request;
    return this.uow.run(async () => {
      await this.desk.lock({ fileIds: [fileId], documentIds: [] });
      const planned = await this.plan(request, actor);
      await this.desk.passShortened(await this.plan({ ...request, shorten: true }, actor), {
        what: 'change-retention',
        actor: actor.staffNo,
      });
      assertNotShorter(planned, shorten);
      await this.files.setRetention(fileId, retentionClass);
      await this.reckonings.write(planned);
      const facts = { retention: retentionClass, reason, shortened: planned.some((one) => one.isShorter) };
      this.desk.note(planned, { kind: 'records.retention-changed', actor, facts });
      const subject = { kind: 'record-file', id: fileId };
      if (!planned.some(isOwn))
        this.ledger.record({ subject, kind: 'records.retention-changed', actor: actor.staffNo, facts });
    });
  }

  private async plan(
    { fileId, retentionClass, shorten }: Omit<RetentionRequest, 'reason'>,
    actor: Actor,
  ): Promise<Planned[]> {
    const rows = await this.desk.ofFile(fileId, actor);
    if (!this.rights.isOffice(actor)) throw refuse('records.not-yours-to-keep', {});
    const terms = await this.files.terms(retentionClass, actor.on);
    if (!terms) throw refuse('records.unknown-class', { code: retentionClass });
    const floor = (await this.files.find(fileId))?.floor ?? null;
    const fresh = { terms: { ...terms, floor, retentionClass }, mayShorten: shorten };
    return this.reckonings.planFile({ fileId, rows }, fresh, actor.on);
  }
}
