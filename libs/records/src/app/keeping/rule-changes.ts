import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { type ChangedRules, settledTerms, touchedBy } from '../../core/keeping/rule-change';
import { ReckoningRows } from '../../data/keeping/reckoning-rows';
import { type RuleFileRow, RuleFileRows } from '../../data/keeping/rule-file-rows';
import { type FileOnTheTable, type FileOutcome, onTheTable, underRules } from './file-under-rules';
import { Reckonings } from './reckoning';

/** What was said of each changed rule. */
export type RuleConsents = ReadonlyMap<string, { readonly retroactive: boolean; readonly shorten: boolean }>;

/** What was said of which rules, by whom. */
interface Said {
  readonly rules: ChangedRules;
  readonly consents: RuleConsents;
  readonly today: LocalDate;
  readonly by: string;
}

/** What becomes of a file, and by which of the rules; by none: it stays as it is. */
export interface Decided {
  readonly outcome: FileOutcome;
  readonly codes: readonly string[];
}

/** FIL-7 Changed rules and files that are there: what becomes of these. Inside the caller's unit. */
@Injectable()
export class RuleChanges {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: RuleFileRows,
    private readonly records: ReckoningRows,
    private readonly reckonings: Reckonings,
    private readonly ledger: Ledger,
  ) {}

  /** Of files that the caller has locked: by the new rules, or pinned to the old ones. What is held or in a running disposal stays as it is (HOLD-2). @returns what became of each */
  async settleFiles(files: readonly RuleFileRow[], { by, ...said }: Omit<Said, 'today'>): Promise<Decided[]> {
    const today = localDateAt(await this.uow.now());
    const records = await this.records.ofFiles(files.map(({ id }) => id));
    const decided = onTheTable(files, records).map((one) => this.decide(one, { ...said, today }));
    await this.write(decided, by);
    return decided;
  }

  /** Without consent what would end earlier keeps its day, and what had no end gets none: it stays as it is (RET-8). */
  private decide(one: FileOnTheTable, { rules, consents, today }: Omit<Said, 'by'>): Decided {
    const { isHeld, inDisposal } = one.file;
    const said = touchedBy(one.file, rules).filter((code) => consents.get(code)?.retroactive);
    const codes = isHeld || inDisposal ? [] : said;
    const mayShorten = codes.length > 0 && codes.every((code) => consents.get(code)?.shorten);
    const terms = (which: readonly string[]) => settledTerms(one.file, rules, (code) => which.includes(code));
    const ways = { reckonings: this.reckonings, mayShorten, today };
    const outcome = underRules(one, terms(codes), ways);
    return outcome.isShorter && !mayShorten && codes.length > 0
      ? { outcome: underRules(one, terms([]), ways), codes: [] }
      : { outcome, codes };
  }

  private async write(outcomes: readonly Decided[], by: string): Promise<void> {
    await this.files.settle(
      outcomes.map(({ outcome: { file, settled } }) => ({
        id: file.id,
        ...settled,
        floor: settled.terms.floor ?? null,
      })),
    );
    const settled = outcomes.filter(({ codes }) => codes.length > 0);
    await this.reckonings.write(settled.flatMap(({ outcome }) => outcome.records));
    await this.files.setDates(settled.flatMap(({ outcome: { file, own } }) => (own ? [{ id: file.id, ...own }] : [])));
    for (const { outcome, codes } of settled) this.note(outcome, codes, by);
    await this.ledger.writeSoFar();
  }

  private note(
    { file, settled, records, expiresOn, isShorter }: FileOutcome,
    rules: readonly string[],
    by: string,
  ): void {
    const kind = 'records.retention-changed';
    const facts = { rules, retention: settled.retentionClass };
    this.ledger.record(
      {
        subject: { kind: 'record-file', id: file.id },
        kind,
        actor: by,
        facts: { ...facts, expiredBefore: file.expiresOn, expiresOn, shortened: isShorter },
      },
      ...records.map(({ row, after: { startsOn, expiresOn: until } }) => ({
        subject: { kind: 'document', id: row.documentId },
        kind,
        actor: by,
        facts: { ...facts, file: file.id, expiredBefore: row.expiresOn, startsOn, expiresOn: until },
      })),
    );
  }
}
