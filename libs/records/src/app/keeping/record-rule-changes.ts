import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt, newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import type { ChangedRules } from '../../core/keeping/rule-change';
import { type RuleSteps, stepsOf } from '../../core/keeping/rule-steps';
import { type NewRuleChange, RuleChangeRows } from '../../data/rules/rule-change-rows';
import { refuse } from '../../errors';
import { ruleChanged } from '../../events';
import type { RuleConsents } from './rule-changes';

/** Who changes rules, why, and what was said of each; unsaid is no. */
export interface RuleAnswered {
  readonly consents: RuleConsents;
  readonly reason: string;
  readonly by: { readonly staffNo: string; readonly name: string };
}

/**
 * FIL-8 Changed rules are written down with the files that they concern: until the worker reaches them these lie under what held
 * before. Several rules at once are one question, and their files follow together. Inside the caller's unit.
 */
@Injectable()
export class RecordRuleChanges {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: RuleChangeRows,
    private readonly events: EventBus,
    private readonly ledger: Ledger,
  ) {}

  /** Code of a rule that files are still following, which keeps every other rule as it is; null: none. */
  async underWay(): Promise<string | null> {
    const [running] = await this.rows.underWay();
    return running?.code ?? null;
  }

  /** FIL-9 Retention classes that nothing may be kept by yet, with their first day. */
  async toCome(): Promise<ReadonlyMap<string, LocalDate>> {
    return this.rows.toCome(localDateAt(await this.uow.now()));
  }

  /** One question at a time, so that every file has one answer. @throws DomainError records.rule-change-under-way */
  async assertNoneUnderWay(): Promise<void> {
    const [running] = await this.rows.underWay();
    if (running) throw refuse('records.rule-change-under-way', { changeId: running.id, code: running.code });
  }

  /** @returns the changes, and how many files each concerns. @throws DomainError records.rule-change-under-way */
  async run(rules: ChangedRules, said: RuleAnswered): Promise<{ readonly id: string; readonly files: number }[]> {
    await this.assertNoneUnderWay();
    const recorded = [];
    for (const step of stepsOf(rules)) recorded.push(await this.record(changeOf(step, said), rules));
    const [first] = recorded.filter(({ files }) => files > 0);
    if (first) await this.events.publish(ruleChanged, first.id, { changeId: first.id });
    else await this.rows.finish(await this.uow.now());
    return recorded;
  }

  private async record(change: NewRuleChange, rules: ChangedRules) {
    const { id, code, kind, after, retroactive, shorten, reason, askedBy } = change;
    await this.rows.insert(change, await this.uow.now());
    const files = await this.rows.pin(id, code, rules);
    this.ledger.record({
      subject: { kind: kind === 'class' ? 'filing-class' : 'retention-class', id: code },
      kind: 'records.rule-changed',
      actor: askedBy,
      facts: { ...after, change: id, retroactive, shorten, files, reason },
    });
    return { id, files };
  }
}

function changeOf(step: RuleSteps, { consents, reason, by }: RuleAnswered): NewRuleChange {
  const { retroactive = false, shorten = false } = consents.get(step.code) ?? {};
  const said = { retroactive, shorten: retroactive && shorten, reason, askedBy: by.staffNo, askedByName: by.name };
  return { id: newId<string>(), ...step, ...said };
}
