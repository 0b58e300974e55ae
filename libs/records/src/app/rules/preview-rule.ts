import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import type { ChangedRules } from '../../core/keeping/rule-change';
import { type FileEffect, NOTHING_CONCERNED, type RuleCounts } from '../keeping/rule-effects';
import { RecordRuleChanges } from '../keeping/record-rule-changes';
import { RuleOutlook } from '../keeping/rule-outlook';
import { RuleDesk, type RuleWish } from './rule-desk';

/** Named at once; the others page by page. */
const NAMED = 20;

/** What one rule would do: how many files, and the first of them. */
export interface RuleEffect extends RuleCounts {
  readonly named: Page<FileEffect>;
}

/** FIL-8 What a rule would do to the files that are there if it were retroactive and might shorten. */
@Injectable()
export class PreviewRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: RuleDesk,
    private readonly outlook: RuleOutlook,
    private readonly recording: RecordRuleChanges,
  ) {}

  /** @throws DomainError as the desk, records.rule-change-under-way */
  run(wish: RuleWish, actor: Actor): Promise<RuleEffect> {
    return this.uow.read(async () => {
      const rules = await this.changed(wish, actor);
      const counts = (await this.outlook.counts(rules)).get(wish.code) ?? NOTHING_CONCERNED;
      return { ...counts, named: await this.page(rules, wish.code, { after: null, limit: NAMED }) };
    });
  }

  /** The files behind the cursor. @throws DomainError as run, request.bad-cursor */
  files(
    wish: RuleWish,
    { cursor, limit }: { cursor?: string; limit: number },
    actor: Actor,
  ): Promise<Page<FileEffect>> {
    const after = decodeCursor(cursor, ['uuid'])?.map(String)[0] ?? null;
    return this.uow.read(async () => this.page(await this.changed(wish, actor), wish.code, { after, limit }));
  }

  private async page(
    rules: ChangedRules,
    code: string,
    { after, limit }: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<FileEffect>> {
    const files = await this.outlook.page(rules, code, { after, limit: limit + 1 });
    return pageOf(files, limit, { map: (file) => file, keyOf: ({ fileId }) => [fileId] });
  }

  private async changed(wish: RuleWish, actor: Actor): Promise<ChangedRules> {
    const rules = await this.desk.changed(wish, actor);
    await this.recording.assertNoneUnderWay();
    return rules;
  }
}
