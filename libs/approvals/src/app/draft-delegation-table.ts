import { Injectable } from '@nestjs/common';
import { canonicalBytes, localDateAt, sha256Hex } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RuleSetRows } from '../data/rule-set-rows';
import type { RuleSetRow } from '../data/rule-set.row';
import { refuse } from '../errors';
import type { RuleCells } from '../package/rule-cells';
import { CheckDelegationTable } from './check-delegation-table';
import { ensureKeeper } from './delegation-rights';
import { ensureFreeDraft } from './publish-delegation-table';

/** What the drafter of a table had in view, and what it is to become. */
export interface TableEdit {
  readonly revision: number;
  readonly rows: readonly RuleCells[];
  readonly note: string | null;
}

/** 下書き of the delegation table: begun as a copy, changed row by row, or thrown away. Nobody is bound by it. */
@Injectable()
export class DraftDelegationTable {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sets: RuleSetRows,
    private readonly check: CheckDelegationTable,
    private readonly ledger: Ledger,
  ) {}

  /** Begins a draft as a copy of `basedOn`, or of the table in force. @throws DomainError approvals.not-your-table, approvals.table-not-found */
  begin(
    actor: Actor,
    { basedOn, note }: { readonly basedOn: number | null; readonly note: string | null },
  ): Promise<number> {
    return this.uow.run(async () => {
      ensureKeeper(actor);
      const at = await this.uow.now();
      const source = basedOn === null ? await this.sets.onOrFirst(localDateAt(at)) : await this.sets.find(basedOn);
      if (basedOn !== null && !source) throw refuse('approvals.table-not-found', {});
      const id = await this.sets.draft({ basedOn: source?.id ?? null, note, by: actor, at });
      if (source) await this.sets.write(id, await this.sets.rules(source.id));
      this.tell(id, 'approvals.table-drafted', { actor, facts: { basedOn: source?.id ?? null } });
      return id;
    });
  }

  /** @throws DomainError approvals.table-not-draft, approvals.table-changed, approvals.table-has-faults (a cell cannot be read) */
  edit(id: number, actor: Actor, { revision, rows, note }: TableEdit): Promise<void> {
    return this.uow.run(async () => {
      ensureKeeper(actor);
      const row = await this.draft(id);
      if (row.revision !== revision) throw refuse('approvals.table-changed', { currentRevision: row.revision });
      const { rules, faults } = await this.check.run(rows, localDateAt(await this.uow.now()));
      if (rules === null) throw refuse('approvals.table-has-faults', { faults: faults.filter(isError) });
      await this.sets.touch(id, revision, note);
      await this.sets.write(id, rules);
      this.tell(id, 'approvals.table-edited', { actor, facts: { content: sha256Hex(canonicalBytes(rules)) } });
    });
  }

  /** @throws DomainError approvals.table-not-draft */
  discard(id: number, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      ensureKeeper(actor);
      await this.draft(id);
      await this.sets.discard(id);
      this.tell(id, 'approvals.table-discarded', { actor, facts: {} });
    });
  }

  private async draft(id: number): Promise<RuleSetRow> {
    const row = await this.sets.lock(id);
    if (!row) throw refuse('approvals.table-not-found', {});
    ensureFreeDraft(row);
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

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';
