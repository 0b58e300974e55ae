import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type ChangedRules, type ClassTerms, touchedBy } from '../../core/keeping/rule-change';
import { type RuleFileRow, RuleFileRows } from '../../data/keeping/rule-file-rows';
import {
  type RuleChangeHead,
  RuleChangeRows,
  type RuleFileOutcome,
  type StayCode,
} from '../../data/rules/rule-change-rows';
import { RuleRows } from '../../data/rules/rule-rows';
import { type Decided, RuleChanges } from '../keeping/rule-changes';

/** So many files in one transaction, as with extensions. */
const CHUNK = 500;

/**
 * FIL-8 Lets the files that a changed rule concerns follow it, or pins them to what held before, in chunks of one transaction each: what is done stays done when it is
 * stopped or the machine fails, and what is left keeps its day until somebody goes on.
 */
@Injectable()
export class FollowRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: RuleChangeRows,
    private readonly rules: RuleRows,
    private readonly files: RuleFileRows,
    private readonly changes: RuleChanges,
  ) {}

  /**
   * @param chunk files in one transaction
   * @returns how many files were settled in this run
   */
  async run(changeId: string, chunk = CHUNK): Promise<number> {
    let done = 0;
    for (;;) {
      const count = await this.uow.run(() => this.chunk(changeId, chunk));
      if (count === 0) return done;
      done += count;
    }
  }

  private async chunk(changeId: string, most: number): Promise<number> {
    const change = await this.rows.head(changeId);
    if (!change || change.stoppedAt || change.finishedAt) return 0;
    const ids = await this.rows.take(changeId, most);
    const at = await this.uow.now();
    if (ids.length === 0) {
      await this.rows.finish(changeId, at);
      return 0;
    }
    await this.rows.settle(changeId, await this.outcomes(ids, change), at);
    return ids.length;
  }

  private async outcomes(ids: readonly string[], change: RuleChangeHead): Promise<RuleFileOutcome[]> {
    const rules = await this.rulesOf(change);
    const files = await this.files.locked(ids);
    // What was settled otherwise meanwhile is no more concerned (FIL-7).
    const concerned = files.filter((file) => touchedBy(file, rules).length > 0);
    const consents = new Map([[change.code, { retroactive: change.retroactive, shorten: change.shorten }]]);
    const decided = await this.changes.settleFiles(concerned, { rules, consents, by: change.askedBy });
    const settled = new Map(decided.map((one) => [one.outcome.file.id, outcomeOf(one, change)]));
    const there = new Map(files.map((file) => [file.id, file]));
    return ids.map((id) => settled.get(id) ?? leftAlone(id, there.get(id)));
  }

  private async rulesOf(change: RuleChangeHead): Promise<ChangedRules> {
    const { code } = change;
    const now = new Map<string, ClassTerms>((await this.rules.retentionClasses()).map((row) => [row.code, row]));
    if (change.kind === 'terms') {
      const { before, after } = change;
      return { terms: new Map([[code, { code, before, after }]]), classes: new Map(), now };
    }
    const moved = { code, from: change.before.retentionClass, to: change.after.retentionClass };
    return { terms: new Map(), classes: new Map([[code, { ...moved, floor: null, floorChanges: false }]]), now };
  }
}

function outcomeOf({ outcome: { file, expiresOn }, codes }: Decided, change: RuleChangeHead): RuleFileOutcome {
  if (codes.length > 0) return { fileId: file.id, outcome: 'followed', code: null, toOn: expiresOn };
  if (!change.retroactive) return stayed(file.id, 'not-retroactive', file.expiresOn);
  const code = file.isHeld ? 'held' : file.inDisposal ? 'in-disposal' : 'no-shorter';
  return stayed(file.id, code, file.expiresOn);
}

const leftAlone = (id: string, file: RuleFileRow | undefined): RuleFileOutcome =>
  file ? stayed(id, 'otherwise', file.expiresOn) : stayed(id, 'gone', null);

const stayed = (fileId: string, code: StayCode, toOn: RuleFileOutcome['toOn']): RuleFileOutcome => ({
  fileId,
  outcome: 'stayed',
  code,
  toOn,
});
