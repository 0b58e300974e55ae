import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import type { ChangedRules } from '../../core/keeping/rule-change';
import { type NewRuleChange, RuleChangeRows, type RuleSteps } from '../../data/rules/rule-change-rows';
import { RuleRows } from '../../data/rules/rule-rows';
import { refuse } from '../../errors';
import { ruleChanged } from '../../events';
import { RuleDesk, type RuleWish } from './rule-desk';

export interface RuleCommand {
  readonly wish: RuleWish;
  /** Whether the files that are there follow; null: nobody has said. */
  readonly retroactive: boolean | null;
  /** Earlier expiries were seen and are meant. */
  readonly shorten: boolean;
  /** Files that were shown as concerned: others by now are another question. */
  readonly seenFiles: number;
  readonly reason: string;
}

/**
 * FIL-8 A rule of keeping is changed on screen, once what it does to the files that are there was seen and answered (FIL-7).
 * The rule holds at once; the files lie under what held before until the worker reaches them, and lets them follow or stay.
 */
@Injectable()
export class ChangeRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: RuleDesk,
    private readonly rows: RuleRows,
    private readonly changes: RuleChangeRows,
    private readonly events: EventBus,
    private readonly ledger: Ledger,
  ) {}

  /** @returns id of the change. @throws DomainError as the desk, records.retroactivity-unsaid, records.files-moved */
  run(command: RuleCommand, actor: Actor): Promise<string> {
    const { wish, seenFiles } = command;
    return this.uow.run(async () => {
      await this.rows.lock();
      await this.desk.assertNoneUnderWay();
      const change = changeOf(command, await this.desk.changed(wish, actor), actor);
      await this.changes.insert(change, await this.uow.now());
      const files = await this.changes.pin(change);
      if (files !== seenFiles) throw refuse('records.files-moved', { files });
      if (files > 0 && command.retroactive === null) throw refuse('records.retroactivity-unsaid', { files });
      if ('retentionClass' in wish) await this.rows.setClass(wish.code, wish.retentionClass);
      else await this.rows.setTerms(wish);
      this.note(change, files);
      await this.goOn(change, files);
      return change.id;
    });
  }

  private async goOn({ id }: NewRuleChange, files: number): Promise<void> {
    if (files > 0) await this.events.publish(ruleChanged, id, { changeId: id });
    else await this.changes.finish(id, await this.uow.now());
  }

  private note({ id, kind, code, after, retroactive, shorten, reason, askedBy }: NewRuleChange, files: number): void {
    this.ledger.record({
      subject: { kind: kind === 'class' ? 'filing-class' : 'retention-class', id: code },
      kind: 'records.rule-changed',
      actor: askedBy,
      facts: { ...after, change: id, retroactive, shorten, files, reason },
    });
  }
}

function changeOf(
  { wish: { code }, retroactive, shorten, reason }: RuleCommand,
  rules: ChangedRules,
  { staffNo, name }: Actor,
): NewRuleChange {
  const follows = retroactive ?? false;
  const said = { retroactive: follows, shorten: follows && shorten, reason, askedBy: staffNo, askedByName: name };
  return { id: newId<string>(), code, ...said, ...stepsOf(rules, code) };
}

function stepsOf({ terms, classes }: ChangedRules, code: string): RuleSteps {
  const [change, moved] = [terms.get(code), classes.get(code)];
  if (change) return { kind: 'terms', before: change.before, after: change.after };
  if (moved) return { kind: 'class', before: { retentionClass: moved.from }, after: { retentionClass: moved.to } };
  throw new Error(`No rule ${code} changes.`);
}
