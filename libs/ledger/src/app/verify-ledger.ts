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

/** Recomputes every chain from its bytes and names what does not hold. Reads only. */
@Injectable()
export class VerifyLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: LedgerRows,
  ) {}

  async run(): Promise<LedgerReport> {
    const report = { entries: 0, subjects: 0, anomalies: [] as Anomaly[] };
    for (let after: SubjectKey | null = null; ;) {
      const entries: StoredEntry[] = await this.uow.read(() => this.rows.chainsAfter(after, SUBJECTS_PER_STEP));
      const last = entries.at(-1);
      if (!last) return report;
      const chains = chainsOf(entries);
      report.entries += entries.length;
      report.subjects += chains.length;
      report.anomalies.push(...chains.flatMap(verifyChain), ...(await this.cutTails(chains)));
      after = { kind: last.subjectKind, id: last.subjectId };
    }
  }

  /** A chain that ends before its head was cut. */
  private async cutTails(chains: readonly (readonly StoredEntry[])[]): Promise<Anomaly[]> {
    const ends = chains.flatMap((chain) => chain.slice(-1));
    const heads = await this.uow.read(() =>
      this.rows.heads(ends.map((e) => ({ kind: e.subjectKind, id: e.subjectId }))),
    );
    return ends
      .map((end) => ({ subject: keyOf({ kind: end.subjectKind, id: end.subjectId }), seq: end.seq }))
      .filter(({ subject, seq }) => heads.get(subject) !== seq)
      .map(({ subject, seq }) => ({ subject, seq: seq + 1, column: 'seq' as const }));
  }
}

function chainsOf(entries: readonly StoredEntry[]): StoredEntry[][] {
  const chains = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const key = keyOf({ kind: entry.subjectKind, id: entry.subjectId });
    const chain = chains.get(key);
    if (chain) chain.push(entry);
    else chains.set(key, [entry]);
  }
  return [...chains.values()];
}
