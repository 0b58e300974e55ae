import { Injectable } from '@nestjs/common';
import { type LocalDate, canonicalBytes, localDateAt, sha256Hex } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RuleSetRows } from '../data/rule-set-rows';
import type { RuleSetRow } from '../data/rule-set.row';
import { refuse } from '../errors';
import { cellsOf } from '../package/rule-cells';
import { CheckDelegationTable } from './check-delegation-table';
import { ensureKeeper } from './delegation-rights';

/** 公布: gives a draft its number and its day, from which new matters are planned by it; before that day it can be taken back. */
@Injectable()
export class PublishDelegationTable {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sets: RuleSetRows,
    private readonly check: CheckDelegationTable,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError approvals.table-not-draft, approvals.table-changed, approvals.table-day-is-past, approvals.table-has-faults */
  run(
    id: number,
    actor: Actor,
    { revision, validFrom }: { readonly revision: number; readonly validFrom: LocalDate },
  ): Promise<void> {
    return this.uow.run(async () => {
      ensureKeeper(actor);
      const row = await this.table(id);
      if (row.state !== 'draft') throw refuse('approvals.table-not-draft', {});
      if (row.revision !== revision) throw refuse('approvals.table-changed', { currentRevision: row.revision });
      const at = await this.uow.now();
      if (validFrom < localDateAt(at)) throw refuse('approvals.table-day-is-past', { day: validFrom });
      const rules = await this.sets.rules(id);
      const { faults } = await this.check.run(rules.map(cellsOf), validFrom);
      const errors = faults.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) throw refuse('approvals.table-has-faults', { faults: errors });
      const sha256 = sha256Hex(canonicalBytes(rules));
      const version = await this.sets.publish(id, { validFrom, sha256, at, by: actor });
      this.tell(id, 'approvals.table-published', {
        actor,
        facts: { version, validFrom, content: sha256, basedOn: row.basedOn },
      });
    });
  }

  /** 取りやめ of a version that has not begun. @throws DomainError approvals.table-not-scheduled */
  withdraw(id: number, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      ensureKeeper(actor);
      const row = await this.table(id);
      const at = await this.uow.now();
      const scheduled = row.state === 'published' && row.validFrom !== null && row.validFrom > localDateAt(at);
      if (!scheduled) throw refuse('approvals.table-not-scheduled', {});
      await this.sets.withdraw(id, actor.name, at);
      this.tell(id, 'approvals.table-withdrawn', { actor, facts: { version: row.version, validFrom: row.validFrom } });
    });
  }

  private async table(id: number): Promise<RuleSetRow> {
    const row = await this.sets.lock(id);
    if (!row) throw refuse('approvals.table-not-found', {});
    return row;
  }

  private tell(
    id: number,
    kind: string,
    { actor, facts }: { readonly actor: Actor; readonly facts: Record<string, unknown> },
  ): void {
    this.ledger.record({ subject: { kind: 'delegation-table', id: String(id) }, kind, actor: actor.staffNo, facts });
  }
}
