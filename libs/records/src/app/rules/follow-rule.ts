import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type ChangedRules, type ClassTerms, touchedBy } from '../../core/keeping/rule-change';
import { rulesOf } from '../../core/keeping/rule-steps';
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
 * FIL-8 Lets the files that changed rules concern follow them, or pins them to what held before, in chunks of one transaction each: what is done stays done when it is
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
  async run(chunk = CHUNK): Promise<number> {
    let done = 0;
    for (;;) {
      const count = await this.uow.run(() => this.chunk(chunk));
      if (count === 0) return done;
      done += count;
    }
  }

  private async chunk(most: number): Promise<number> {
    const changes = await this.rows.claimed();
    if (changes.length === 0 || changes.some(({ stoppedAt }) => stoppedAt)) return 0;
    const left = await this.rows.left(
      changes.map(({ id }) => id),
      most,
    );
    const at = await this.uow.now();
    if (left.length === 0) await this.rows.finish(at);
    else await this.rows.settle(await this.outcomes(left, changes), at);
    return left.length;
  }

  /** By every change that waits for the file. */
  private async outcomes(ids: readonly string[], changes: readonly RuleChangeHead[]): Promise<RuleFileOutcome[]> {
    const now = new Map<string, ClassTerms>((await this.rules.retentionClasses()).map((row) => [row.code, row]));
    const rules = rulesOf(changes, now);
    const files = await this.files.locked(ids);
    // What was settled otherwise meanwhile is no more concerned (FIL-7).
    const concerned = files.filter((file) => touchedBy(file, rules).length > 0);
    const consents = new Map(changes.map(({ code, retroactive, shorten }) => [code, { retroactive, shorten }]));
    const [first] = changes;
    const decided = await this.changes.settleFiles(concerned, { rules, consents, by: first?.askedBy ?? '' });
    const settled = new Map(decided.map((one) => [one.outcome.file.id, one]));
    const there = new Map(files.map((file) => [file.id, file]));
    return ids.flatMap((id) =>
      changes.map((change) => {
        const one = settled.get(id);
        return { changeId: change.id, fileId: id, ...(one ? becameOf(one, change, rules) : leftAlone(there.get(id))) };
      }),
    );
  }
}

type Became = Omit<RuleFileOutcome, 'changeId' | 'fileId'>;

function becameOf(
  { outcome: { file, expiresOn }, codes }: Decided,
  change: RuleChangeHead,
  rules: ChangedRules,
): Became {
  if (codes.includes(change.code)) return { outcome: 'followed', code: null, toOn: expiresOn };
  const toOn = codes.length > 0 ? expiresOn : file.expiresOn;
  if (!touchedBy(file, rules).includes(change.code)) return stayed('otherwise', toOn);
  if (!change.retroactive) return stayed('not-retroactive', toOn);
  return stayed(file.isHeld ? 'held' : file.inDisposal ? 'in-disposal' : 'no-shorter', toOn);
}

const leftAlone = (file: RuleFileRow | undefined): Became =>
  file ? stayed('otherwise', file.expiresOn) : stayed('gone', null);

const stayed = (code: StayCode, toOn: RuleFileOutcome['toOn']): Became => ({ outcome: 'stayed', code, toOn });
