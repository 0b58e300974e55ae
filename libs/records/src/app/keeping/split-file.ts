import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RecordFileRows } from '../../data/record-file-rows';
import { refuse } from '../../errors';
import { SplitOff } from '../split-off';
import { CarriedHolds } from './carried-holds';
import { FileDesk } from './file-desk';
import { Reckonings } from './reckoning';

export interface SplitRequest {
  readonly fileId: string;
  readonly documentIds: readonly string[];
  /** Of the new volume; null: that of the old one. */
  readonly title: string | null;
  readonly reason: string;
  /** The records office splits off what is held, and the holds go along. */
  readonly carryHolds: boolean;
}

/** KEEP-7 分冊: documents go into a volume beside their file, with its terms; the guards are those of refiling (KEEP-3). */
@Injectable()
export class SplitFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: FileDesk,
    private readonly carried: CarriedHolds,
    private readonly splitting: SplitOff,
    private readonly files: RecordFileRows,
    private readonly reckonings: Reckonings,
  ) {}

  /** @returns id of the new file. @throws DomainError records.file-not-found, records.not-yours-to-keep, records.gone, records.held, records.not-some */
  run(request: SplitRequest, actor: Actor): Promise<string> {
    const { fileId, documentIds, title, reason, carryHolds } = request;
    return this.uow.run(async () => {
      await this.desk.lock({ fileIds: [fileId], documentIds });
      await this.assertSome(request, actor);
      await this.carried.pass({ documentIds, carryHolds, shortened: false }, { what: 'split', actor });
      const to = await this.splitting.run({ from: fileId, documentIds, title, reason, by: actor.staffNo });
      if (to === null) throw refuse('records.not-some', { fileId });
      await this.files.settleDates([fileId, to], [fileId]);
      await this.beginPeriod(to, actor);
      return to;
    });
  }

  /** CONT-3 A volume of 継続簿冊 in use is closed with its making: its period runs from then. */
  private async beginPeriod(volume: string, actor: Actor): Promise<void> {
    const rows = (await this.desk.ofFile(volume, actor)).filter(({ fileClosedOn }) => fileClosedOn === actor.on);
    await this.reckonings.write(rows.map((row) => this.reckonings.plan(row, { mayShorten: false }, actor.on)));
  }

  /** Documents of the file that are still there, and that whoever splits may read; not all of them. */
  private async assertSome({ fileId, documentIds }: SplitRequest, actor: Actor): Promise<void> {
    const there = (await this.desk.ofFile(fileId, actor)).filter(({ isThere }) => isThere);
    const known = new Set(there.map(({ documentId }) => documentId));
    const chosen = new Set(documentIds);
    const isSome = documentIds.every((id) => known.has(id)) && chosen.size < known.size;
    if (!isSome || !(await this.desk.mayRead([...chosen], actor))) throw refuse('records.not-some', { fileId });
  }
}
