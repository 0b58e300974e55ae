import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type SubstituteAct, type SubstituteSteps, paperMayGoFrom, substituteActs } from '../../core/paper/substitute';
import { type SubstituteRow, SubstituteRows } from '../../data/paper/substitute-rows';
import { refusePaper } from '../../paper-errors';
import { SectionKeepers } from '../section-keepers';
import type { Locking } from '../disposal/disposal-lock';
import { KeptFiles } from './kept-files';
import { PaperGuards } from './paper-guards';

export type SubstituteStep =
  | { readonly act: 'check'; readonly pages: number; readonly legible: boolean }
  | { readonly act: 'approve' | 'decide_destruction' }
  | { readonly act: 'refuse'; readonly reason: string }
  | { readonly act: 'destroy'; readonly on: LocalDate; readonly method: string };

export type TakeStep = SubstituteStep & {
  readonly actor: Actor;
  readonly substituteId: string;
  readonly locking: Locking;
};

/** 代替: a scan that stands for paper, step by step (SUB-1 to SUB-6, RULE-92). */
@Injectable()
export class SubstitutePaper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kept: KeptFiles,
    private readonly keepers: SectionKeepers,
    private readonly rows: SubstituteRows,
    private readonly guards: PaperGuards,
  ) {}

  /**
   * @throws DomainError records.no-such-substitute, records.file-has-left, records.substitute-not-yours, records.paper-kept-until, records.pages-differ, records.not-legible,
   * records.destruction-day, records.held, records.paper-is-lent, records.locked-by-witness
   */
  take({ actor, substituteId, locking, ...step }: TakeStep): Promise<void> {
    return this.uow.run(async () => {
      const fileId = await this.rows.fileOf(substituteId);
      if (fileId !== null) await this.guards.lock(fileId);
      const row = await this.rows.lock(substituteId);
      if (!row || !this.keepers.sees(actor)(row.sectionCode)) throw refusePaper('records.no-such-substitute', {});
      if (!row.isThere) throw refusePaper('records.file-has-left', {});
      await this.mayTake(row, step.act, actor);
      if (step.act === 'decide_destruction' || step.act === 'destroy')
        await this.guards.pass(row.fileId, actor, locking);
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
        checkDay(row, step.on, localDateAt(at));
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

/** SUB-3 It went after that was decided, and it has gone. @throws DomainError records.destruction-day */
function checkDay({ destructionDecidedAt }: SubstituteRow, on: LocalDate, today: LocalDate): void {
  const from = destructionDecidedAt === null ? today : localDateAt(destructionDecidedAt);
  if (on < from || on > today) throw refusePaper('records.destruction-day', { from, today });
}

export function stepsOf(row: SubstituteRow): SubstituteSteps {
  const approvedOn = row.approvedAt === null ? null : localDateAt(row.approvedAt);
  return { ...row, approvedOn, refused: row.refusedAt !== null };
}
