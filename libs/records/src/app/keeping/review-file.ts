import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { KeptFileRows } from '../../data/keeping/kept-file-rows';
import { refuse } from '../../errors';
import { FileDesk } from './file-desk';

export interface Review {
  readonly fileId: string;
  readonly nextOn: LocalDate;
  readonly ground: string;
}

/** KEEP-6 見直し of 永年, 常用 and 継続簿冊 in use: it is kept on for a stated ground, and looked at again (RULE-80). */
@Injectable()
export class ReviewFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: FileDesk,
    private readonly files: KeptFileRows,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.file-not-found, records.not-yours-to-keep, records.gone, records.no-review */
  run({ fileId, nextOn, ground }: Review, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.desk.lock({ fileIds: [fileId], documentIds: [] });
      await this.desk.ofFile(fileId, actor);
      const file = await this.files.find(fileId);
      if (!file || (file.years !== null && !file.isInUse) || nextOn <= actor.on) throw refuse('records.no-review', {});
      await this.files.review(file, { nextOn, ground });
      this.ledger.record({
        subject: { kind: 'record-file', id: fileId },
        kind: 'records.reviewed',
        actor: actor.staffNo,
        facts: { nextOn, ground },
      });
    });
  }
}
