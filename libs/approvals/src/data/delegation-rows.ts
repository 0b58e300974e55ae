import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { DelegationRule } from '../core/route-facts';

const COLUMNS = sql`priority, condition as "when", min_amount as "minAmount", max_amount as "maxAmount",
  decider_rank as "deciderRank", decider_post_code as "deciderPostCode", concurrence, reason`;

/** 専決規程 by rule set; the newest set is in force. */
@Injectable()
export class DelegationRows {
  constructor(private readonly uow: UnitOfWork) {}

  async current(matterType: string): Promise<{ ruleSetId: number; rules: DelegationRule[] }> {
    const { id } = await this.uow.one<{ id: number | null }>(
      sql`select max(id) as id from approvals.delegation_rule_set`,
    );
    if (id === null) throw new Error('No delegation table was imported.');
    return { ruleSetId: id, rules: await this.rules(id, matterType) };
  }

  rules(ruleSetId: number, matterType: string): Promise<DelegationRule[]> {
    return this.uow.rows<DelegationRule>(sql`
      select ${COLUMNS} from approvals.delegation_rule where set_id = ${ruleSetId} and matter_type = ${matterType} order by position`);
  }
}
