import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RuleRows } from '../../data/rules/rule-rows';
import { refuse } from '../../errors';
import { RuleChanges } from '../keeping/rule-changes';
import type { RuleEffect } from '../keeping/rule-effects';
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

/** FIL-8 A rule of keeping is changed on screen: what it does to the files that are there is seen first, and answered (FIL-7). */
@Injectable()
export class ChangeRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: RuleDesk,
    private readonly rows: RuleRows,
    private readonly changes: RuleChanges,
    private readonly ledger: Ledger,
  ) {}

  /** What the rule would do if it were retroactive and might shorten. @throws DomainError as the desk */
  preview(wish: RuleWish, actor: Actor): Promise<RuleEffect> {
    return this.uow.read(async () => (await this.changes.look(await this.desk.changed(wish, actor))).of(wish.code));
  }

  /** @returns what the files came to. @throws DomainError as the desk, records.retroactivity-unsaid, records.files-moved */
  run(command: RuleCommand, actor: Actor): Promise<RuleEffect> {
    const { wish, retroactive, shorten, seenFiles } = command;
    return this.uow.run(async () => {
      await this.rows.lock();
      const rules = await this.desk.changed(wish, actor);
      const effect = (await this.changes.look(rules)).of(wish.code);
      if (effect.files !== seenFiles) throw refuse('records.files-moved', { files: effect.files });
      if (effect.files > 0 && retroactive === null)
        throw refuse('records.retroactivity-unsaid', { files: effect.files });
      if ('retentionClass' in wish) await this.rows.setClass(wish.code, wish.retentionClass);
      else await this.rows.setTerms(wish);
      const consent = { retroactive: retroactive ?? false, shorten: (retroactive ?? false) && shorten };
      this.note(command, effect, actor);
      await this.changes.settle(rules, new Map([[wish.code, consent]]), actor.staffNo);
      return effect;
    });
  }

  private note(
    { wish, retroactive, shorten, reason }: RuleCommand,
    { files, shorter }: RuleEffect,
    actor: Actor,
  ): void {
    const { code, ...rule } = wish;
    this.ledger.record({
      subject: { kind: 'retentionClass' in wish ? 'filing-class' : 'retention-class', id: code },
      kind: 'records.rule-changed',
      actor: actor.staffNo,
      facts: { ...rule, retroactive, shorten, files, shorter, reason },
    });
  }
}
