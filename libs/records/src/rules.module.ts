import { Injectable, Module } from '@nestjs/common';
import { LedgerModule } from '@fubako/ledger';
import { EventBus } from '@fubako/platform/outbox';
import { ChangeRule } from './app/rules/change-rule';
import { EnterRetentionClass } from './app/rules/enter-retention-class';
import { FollowRule } from './app/rules/follow-rule';
import { PreviewRule } from './app/rules/preview-rule';
import { RuleDesk } from './app/rules/rule-desk';
import { SteerRuleChange } from './app/rules/steer-rule-change';
import { RuleRows } from './data/rules/rule-rows';
import { ruleChanged } from './events';
import { RetentionClassesController } from './http/rules/retention-classes.controller';
import { RulesController } from './http/rules/rules.controller';
import { KeepingModule } from './keeping.module';
import { RecordsModule } from './records.module';

/** Files follow a changed rule by the worker, chunk by chunk. */
@Injectable()
class RuleDuty {
  constructor(bus: EventBus, follow: FollowRule) {
    bus.later(ruleChanged, { name: 'records.follow-rule', heavy: true }, async (_, delivery) => {
      await follow.run();
      await delivery.complete(() => Promise.resolve());
    });
  }
}

/** 保存期間の決まり: how long what is kept, and what becomes of the files that are there when that changes. */
@Module({
  imports: [KeepingModule, LedgerModule, RecordsModule],
  controllers: [RetentionClassesController, RulesController],
  providers: [ChangeRule, EnterRetentionClass, FollowRule, PreviewRule, RuleDesk, RuleDuty, RuleRows, SteerRuleChange],
  exports: [FollowRule],
})
export class RulesModule {}
