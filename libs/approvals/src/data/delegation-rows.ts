import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { DelegationRule } from '../core/route-facts';
import { refuse } from '../errors';
import { RULE_COLUMNS } from './rule-set.row';

/** 専決規程 by rule set; in force is the newest published one that has begun. */
@Injectable()
export class DelegationRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** The set in force on `day`. @throws DomainError approvals.no-delegation-table before the first one */
  async inForce(day: LocalDate): Promise<number> {
    const set = await this.uow.maybe<{ id: number }>(sql`
      select id from approvals.delegation_rule_set where state = 'published' and valid_from <= ${day}
      order by valid_from desc, version desc limit 1`);
    if (!set) throw refuse('approvals.no-delegation-table', {});
    return set.id;
  }

  rules(ruleSetId: number, matterType: string): Promise<DelegationRule[]> {
    return this.uow.rows<DelegationRule>(sql`
      select ${RULE_COLUMNS} from approvals.delegation_rule where set_id = ${ruleSetId} and matter_type = ${matterType} order by position`);
  }
}
