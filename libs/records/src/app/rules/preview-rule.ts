import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RuleChanges } from '../keeping/rule-changes';
import type { RuleEffect } from '../keeping/rule-effects';
import { RuleDesk, type RuleWish } from './rule-desk';

/** FIL-8 What a rule would do to the files that are there if it were retroactive and might shorten. */
@Injectable()
export class PreviewRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: RuleDesk,
    private readonly changes: RuleChanges,
  ) {}

  /** @throws DomainError as the desk, records.rule-change-under-way */
  run(wish: RuleWish, actor: Actor): Promise<RuleEffect> {
    return this.uow.read(async () => {
      const rules = await this.desk.changed(wish, actor);
      await this.desk.assertNoneUnderWay();
      return (await this.changes.look(rules)).of(wish.code);
    });
  }
}
