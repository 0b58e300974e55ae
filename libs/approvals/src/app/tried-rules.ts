import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { RuleSetRows } from '../data/rule-set-rows';
import type { SetRule } from '../data/rule-set.row';
import { refuse } from '../errors';
import type { RuleCells } from '../package/rule-cells';
import type { Actor } from '@fubako/platform/authz';
import { CheckDelegationTable } from './check-delegation-table';
import { TableAudience } from './table-audience';

/** A table to try: as it is stored, or with rows that were not saved yet. */
export interface TriedTable {
  readonly tableId: number;
  readonly rows: readonly RuleCells[] | null;
}

/** The rules of a table that is being tried, by matter type. Call inside a unit of work. */
@Injectable()
export class TriedRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sets: RuleSetRows,
    private readonly check: CheckDelegationTable,
    private readonly audience: TableAudience,
  ) {}

  /** @throws DomainError approvals.not-your-table, approvals.table-not-found, approvals.table-has-faults (a cell cannot be read) */
  async of({ tableId, rows }: TriedTable, actor: Actor): Promise<ReadonlyMap<string, readonly SetRule[]>> {
    await this.audience.one(await this.sets.find(tableId), actor);
    const rules = rows === null ? await this.sets.rules(tableId) : await this.typed(rows);
    const byType = new Map<string, SetRule[]>();
    for (const rule of rules) byType.set(rule.matterType, [...(byType.get(rule.matterType) ?? []), rule]);
    return byType;
  }

  private async typed(rows: readonly RuleCells[]): Promise<readonly SetRule[]> {
    const { rules, faults } = await this.check.run(rows, localDateAt(await this.uow.now()));
    if (rules === null)
      throw refuse('approvals.table-has-faults', { faults: faults.filter(({ severity }) => severity === 'error') });
    return rules;
  }
}
