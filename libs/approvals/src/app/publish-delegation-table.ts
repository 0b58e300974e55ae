import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RuleSetRows } from '../data/rule-set-rows';
import type { RuleSetRow } from '../data/rule-set.row';
import { refuse } from '../errors';
import { ensureKeeper } from './delegation-rights';
import { EnactTable } from './enact-table';
import { ProposeDelegationTable } from './propose-delegation-table';

/** 公布: gives a draft its number and its day, from which new matters are planned by it; before that day it can be taken back. */
@Injectable()
export class PublishDelegationTable {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sets: RuleSetRows,
    private readonly enact: EnactTable,
    private readonly propose: ProposeDelegationTable,
    private readonly settings: MunicipalitySettings,
    private readonly ledger: Ledger,
  ) {}

  /**
   * By the keeper alone, or as a matter that goes its route (RULES-4): `delegationPublication` says which.
   * @throws DomainError approvals.table-not-draft, approvals.table-under-decision, approvals.table-changed, approvals.table-day-is-past,
   * approvals.table-has-faults, and what drafting and submitting refuse
   */
  run(
    id: number,
    actor: Actor,
    { revision, validFrom }: { readonly revision: number; readonly validFrom: LocalDate },
  ): Promise<void> {
    return this.uow.run(async () => {
      ensureKeeper(actor);
      const row = await this.table(id);
      ensureFreeDraft(row);
      if (row.revision !== revision) throw refuse('approvals.table-changed', { currentRevision: row.revision });
      const at = await this.uow.now();
      if (validFrom < localDateAt(at)) throw refuse('approvals.table-day-is-past', { day: validFrom });
      const errors = await this.enact.errors(id, validFrom);
      if (errors.length > 0) throw refuse('approvals.table-has-faults', { faults: errors });
      const { delegationPublication } = await this.settings.current();
      if (delegationPublication === 'decision') await this.propose.run(row, actor, validFrom);
      else await this.enact.run({ ...row, documentId: null }, { validFrom, at, by: actor });
    });
  }

  /** 取りやめ of a version that has not begun. @throws DomainError approvals.table-not-scheduled, approvals.table-decided */
  withdraw(id: number, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      ensureKeeper(actor);
      const row = await this.table(id);
      const at = await this.uow.now();
      const scheduled = row.state === 'published' && row.validFrom !== null && row.validFrom > localDateAt(at);
      if (!scheduled) throw refuse('approvals.table-not-scheduled', {});
      if (row.documentId !== null) throw refuse('approvals.table-decided', { documentId: row.documentId });
      await this.sets.withdraw(id, actor.name, at);
      this.ledger.record({
        subject: { kind: 'delegation-table', id: String(id) },
        kind: 'approvals.table-withdrawn',
        actor: actor.staffNo,
        facts: { version: row.version, validFrom: row.validFrom },
      });
    });
  }

  private async table(id: number): Promise<RuleSetRow> {
    const row = await this.sets.lock(id);
    if (!row) throw refuse('approvals.table-not-found', {});
    return row;
  }
}

/** @throws DomainError approvals.table-not-draft, approvals.table-under-decision */
export function ensureFreeDraft({ state, underDecision, documentId }: RuleSetRow): void {
  if (state !== 'draft') throw refuse('approvals.table-not-draft', {});
  if (underDecision && documentId !== null) throw refuse('approvals.table-under-decision', { documentId });
}
