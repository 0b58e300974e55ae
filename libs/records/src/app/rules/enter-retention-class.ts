import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { termsFaults } from '../../core/keeping/terms-faults';
import { type RetentionRuleRow, RuleRows } from '../../data/rules/rule-rows';
import { refuse } from '../../errors';
import { assertLawful } from './lawful-terms';
import { RuleDesk } from './rule-desk';

export interface NewRetentionClass extends Omit<RetentionRuleRow, 'validFrom'> {
  /** Today or later. */
  readonly validFrom: LocalDate;
  readonly reason: string;
}

/** FIL-9 保存期間の区分 is added by the records office: from its day on classes of the plan and files may be kept by it. */
@Injectable()
export class EnterRetentionClass {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: RuleDesk,
    private readonly rows: RuleRows,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.not-yours-to-keep, records.bad-terms, records.below-statute, records.valid-from-is-past, records.retention-class-taken */
  run({ reason, ...row }: NewRetentionClass, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      this.desk.assertOffice(actor);
      const [fault] = termsFaults(row);
      if (fault) throw refuse('records.bad-terms', { fault });
      assertLawful(row);
      const { code, validFrom } = row;
      if (validFrom < localDateAt(await this.uow.now())) throw refuse('records.valid-from-is-past', { validFrom });
      if (!(await this.rows.add(row))) throw refuse('records.retention-class-taken', { code });
      this.ledger.record({
        subject: { kind: 'retention-class', id: code },
        kind: 'records.retention-class-entered',
        actor: actor.staffNo,
        facts: { ...row, reason },
      });
    });
  }
}
