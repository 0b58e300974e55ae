import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt, newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Uploads } from '@fubako/scans';
import { type SubstituteAct, type SubstituteSteps, paperMayGoFrom, substituteActs } from '../../core/paper/substitute';
import { PaperRows } from '../../data/paper/paper-rows';
import { type SubstituteRow, SubstituteRows } from '../../data/paper/substitute-rows';
import { refusePaper } from '../../paper-errors';
import { SectionKeepers } from '../section-keepers';
import { KeptFiles } from './kept-files';

export type SubstituteStep =
  | { readonly act: 'check'; readonly pages: number; readonly legible: boolean }
  | { readonly act: 'approve' | 'decide_destruction' }
  | { readonly act: 'refuse'; readonly reason: string }
  | { readonly act: 'destroy'; readonly on: LocalDate; readonly method: string };

/** 代替: a scan that stands for paper, step by step (SUB-1 to SUB-6, RULE-92). */
@Injectable()
export class SubstitutePaper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kept: KeptFiles,
    private readonly keepers: SectionKeepers,
    private readonly paper: PaperRows,
    private readonly rows: SubstituteRows,
    private readonly uploads: Uploads,
  ) {}

  /** @returns id of the substitute @throws DomainError records.no-such-paper, records.not-your-file, records.no-pages, records.substituted-already, scans.* */
  scan({ actor, paperRecordId, uploadId }: { actor: Actor; paperRecordId: string; uploadId: string }): Promise<string> {
    return this.uow.run(async () => {
      const record = await this.paper.find(paperRecordId);
      if (!record) throw refusePaper('records.no-such-paper', {});
      const file = await this.kept.mine(record.fileId, actor);
      const { pages, ...upload } = await this.uploads.take(uploadId, actor.staffNo);
      if (pages === null) throw refusePaper('records.no-pages', {});
      const id = newId<string>();
      const at = await this.uow.now();
      const added = await this.rows.add(
        { id, paperRecordId, ...upload, pages },
        { by: actor.staffNo, name: actor.name },
        at,
      );
      if (!added) throw refusePaper('records.substituted-already', {});
      const facts = { substitute: id, record: paperRecordId, sha256: upload.sha256, pages };
      this.kept.note(file.id, 'records.paper-scanned', { actor: actor.staffNo, facts });
      return id;
    });
  }

  /** @throws DomainError records.no-such-substitute, records.file-has-left, records.substitute-not-yours, records.paper-kept-until, records.pages-differ, records.not-legible */
  take({ actor, substituteId, ...step }: { actor: Actor; substituteId: string } & SubstituteStep): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.rows.lock(substituteId);
      if (!row || !this.keepers.sees(actor)(row.sectionCode)) throw refusePaper('records.no-such-substitute', {});
      if (!row.isThere) throw refusePaper('records.file-has-left', {});
      await this.mayTake(row, step.act, actor);
      await this.write(row, step, { by: actor.staffNo, name: actor.name });
      const facts = { substitute: row.id, record: row.paperRecordId, sha256: row.sha256 };
      this.kept.note(row.fileId, `records.substitute-${step.act.replace('_', '-')}`, { actor: actor.staffNo, facts });
    });
  }

  private async write(row: SubstituteRow, step: SubstituteStep, who: { by: string; name: string }): Promise<void> {
    const at = await this.uow.now();
    switch (step.act) {
      case 'check':
        checkPages(row, step);
        return this.rows.check(row.id, who, at);
      case 'approve':
        return this.rows.approve(row.id, who, at);
      case 'refuse':
        return this.rows.refuse(row.id, { ...who, reason: step.reason }, at);
      case 'decide_destruction':
        return this.rows.decideDestruction(row.id, who, at);
      case 'destroy':
        return this.rows.destroy(row.id, { ...who, on: step.on, method: step.method }, at);
    }
  }

  /** What the actor may do with it now. Call inside a unit of work. */
  async actsOf(row: SubstituteRow, actor: Actor): Promise<SubstituteAct[]> {
    if (!row.isThere) return [];
    const today = localDateAt(await this.uow.now());
    return substituteActs(stepsOf(row), { origin: row, today }, await this.actor(actor, row.sectionCode));
  }

  private async mayTake(row: SubstituteRow, act: SubstituteAct, actor: Actor): Promise<void> {
    if ((await this.actsOf(row, actor)).includes(act)) return;
    const from = paperMayGoFrom(row, stepsOf(row).approvedOn);
    const early = from !== null && localDateAt(await this.uow.now()) < from;
    if (early && act === 'decide_destruction') throw refusePaper('records.paper-kept-until', { from });
    throw refusePaper('records.substitute-not-yours', {});
  }

  private async actor(actor: Actor, section: string) {
    return {
      staffNo: actor.staffNo,
      ofSection: await this.keepers.keeps(actor, section),
      recordsOffice: this.keepers.isOffice(actor),
    };
  }
}

/** SUB-1 Registered, scanned and counted pages agree, and every one can be read. */
function checkPages(
  { paperPages, pages }: SubstituteRow,
  counted: { readonly pages: number; readonly legible: boolean },
): void {
  if (counted.pages !== paperPages || pages !== paperPages)
    throw refusePaper('records.pages-differ', { paper: paperPages, scan: pages, counted: counted.pages });
  if (!counted.legible) throw refusePaper('records.not-legible', {});
}

export function stepsOf(row: SubstituteRow): SubstituteSteps {
  const approvedOn = row.approvedAt === null ? null : localDateAt(row.approvedAt);
  return { ...row, approvedOn, refused: row.refusedAt !== null };
}
