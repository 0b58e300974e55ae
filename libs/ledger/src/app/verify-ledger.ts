import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type Anomaly, type StoredEntry, verifyChain } from '../core/verify-chain';
import { LedgerRows, type SubjectKey, keyOf } from '../data/ledger-rows';

const SUBJECTS_PER_STEP = 500;

export interface LedgerReport {
  readonly entries: number;
  readonly subjects: number;
  readonly anomalies: readonly Anomaly[];
}

/** Recomputes every chain from its bytes and names what does not hold. Reads only; each step sees one moment. */
@Injectable()
export class VerifyLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: LedgerRows,
  ) {}

  async run(): Promise<LedgerReport> {
    const report = { entries: 0, subjects: 0, anomalies: [] as Anomaly[] };
    for (let after: SubjectKey | null = null; ;) {
      const step = await this.uow.read(() => this.step(after));
      const last: SubjectKey | undefined = step.subjects.at(-1);
      if (!last) return report;
      report.entries += step.entries;
      report.subjects += step.subjects.length;
      report.anomalies.push(...step.anomalies);
      after = last;
    }
  }

  private async step(after: SubjectKey | null) {
    const subjects = await this.rows.subjectsAfter(after, SUBJECTS_PER_STEP);
    const entries = await this.rows.entriesOf(subjects);
    const heads = await this.rows.headsOf(subjects);
    const chains = chainsOf(entries);
    const anomalies = subjects.flatMap((subject) => {
      const key = keyOf(subject);
      const chain = chains.get(key) ?? [];
      return verifyChain(chain, { subject: key, head: heads.get(key) ?? null });
    });
    return { subjects, entries: entries.length, anomalies };
  }
}

function chainsOf(entries: readonly StoredEntry[]): Map<string, StoredEntry[]> {
  const chains = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const key = keyOf({ kind: entry.subjectKind, id: entry.subjectId });
    const chain = chains.get(key);
    if (chain) chain.push(entry);
    else chains.set(key, [entry]);
  }
  return chains;
}
