import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { KeptFileRow } from '../../data/keeping/kept-file-rows';
import type { ReckonedRow } from '../../data/keeping/reckoning-rows';
import { refuse } from '../../errors';
import { CarriedHolds } from './carried-holds';
import { FileDesk } from './file-desk';
import { type Reckoning, Reckonings } from './reckoning';
import { assertNotShorter } from './shortening';
import { TargetFiles } from './target-files';
import { KeepingRights } from './keeping-rights';

export interface RefileRequest {
  readonly documentId: string;
  /** The file it goes to; otherwise the open file of `classCode` in the same section and fiscal year. */
  readonly fileId?: string;
  readonly classCode?: string;
  readonly reason: string;
  /** 短縮 was seen and is meant: only by the records office. */
  readonly shorten: boolean;
  /** The records office moves what is held, and the holds go along. */
  readonly carryHolds: boolean;
}

/**
 * KEEP-3 再編てつ: a document goes to another file or class, with a reason and a trace. Its dates follow the file it comes to
 * and never become earlier by themselves; what is held stays where it is, unless the records office carries the holds along.
 */
@Injectable()
export class RefileDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: FileDesk,
    private readonly targets: TargetFiles,
    private readonly reckonings: Reckonings,
    private readonly carried: CarriedHolds,
    private readonly rights: KeepingRights,
  ) {}

  /** What would become of its dates if shortening were meant. */
  preview(request: Pick<RefileRequest, 'documentId' | 'fileId' | 'classCode'>, actor: Actor): Promise<Reckoning> {
    return this.uow.read(async () => {
      const row = await this.desk.ofDocument(request.documentId, actor);
      return this.plan(row, await this.targets.look(request, row), { shorten: true, today: actor.on });
    });
  }

  /** @throws DomainError records.held, records.would-shorten, records.same-file, records.not-yours-to-keep, records.unknown-class, records.file-not-found, records.gone */
  run(request: RefileRequest, actor: Actor): Promise<void> {
    const { documentId, reason, shorten } = request;
    return this.uow.run(async () => {
      const before = await this.desk.ofDocument(documentId, actor);
      const target = await this.targets.take(request, before, actor);
      await this.desk.lock({ fileIds: [target.id], documentIds: [documentId] });
      const row = await this.desk.ofDocument(documentId, actor);
      if (row.fileId === target.id) throw refuse('records.same-file', { fileId: target.id });
      await this.rights.assertKeeper(actor, target.sectionCode);
      const planned = this.plan(row, target, { shorten: shorten && this.rights.isOffice(actor), today: actor.on });
      const { carryHolds } = request;
      const move = { documentIds: [documentId], carryHolds, shortened: shorten && planned.isShorter };
      const holds = await this.carried.pass(move, { what: 'refile', actor });
      assertNotShorter([planned], shorten && this.rights.isOffice(actor));
      await this.reckonings.write([planned]);
      const facts = { from: row.fileId, to: target.id, reason, holds, shortened: planned.isShorter };
      this.desk.note([planned], { kind: 'records.refiled', actor, facts });
    });
  }

  private plan(
    row: ReckonedRow,
    target: KeptFileRow,
    { shorten, today }: { readonly shorten: boolean; readonly today: Actor['on'] },
  ): Reckoning {
    const { id: fileId, fiscalYear, fileClosedOn } = target;
    return this.reckonings.plan(row, { terms: target, fileId, fiscalYear, fileClosedOn, mayShorten: shorten }, today);
  }
}
