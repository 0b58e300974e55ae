import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RuleRows } from '../../data/rules/rule-rows';
import { refuse } from '../../errors';
import { RecordRuleChanges } from '../keeping/record-rule-changes';
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
    private readonly recording: RecordRuleChanges,
  ) {}

  /** @returns id of the change. @throws DomainError as the desk, records.rule-change-under-way, records.retroactivity-unsaid, records.files-moved */
  run({ wish, seenFiles, retroactive, shorten, reason }: RuleCommand, actor: Actor): Promise<string> {
    return this.uow.run(async () => {
      await this.rows.lock();
      await this.recording.assertNoneUnderWay();
      const rules = await this.desk.changed(wish, actor);
      const consents = new Map([[wish.code, { retroactive: retroactive ?? false, shorten }]]);
      const [change] = await this.recording.run(rules, { consents, reason, by: actor });
      if (!change) throw new Error(`No rule ${wish.code} changes.`);
      const { id, files } = change;
      if (files !== seenFiles) throw refuse('records.files-moved', { files });
      if (files > 0 && retroactive === null) throw refuse('records.retroactivity-unsaid', { files });
      if ('retentionClass' in wish) await this.rows.setClass(wish.code, wish.retentionClass);
      else await this.rows.setTerms(wish);
      return id;
    });
  }
}
