import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import type { ChainHead } from '../core/chain';
import { type Anomaly, type StoredEntry, verifyChain } from '../core/verify-chain';
import { LedgerRows, type SubjectKey, keyOf } from '../data/ledger-rows';

const SUBJECTS_PER_STEP = 500;
/** Recomputed in one go; then the process looks at what the database has sent and has to be asked. */
const SUBJECTS_PER_TURN = 50;

export interface LedgerReport {
  readonly entries: number;
  readonly subjects: number;
  readonly anomalies: readonly Anomaly[];
}

/**
 * Recomputes every chain from its bytes and names what does not hold. Reads only; each step sees one moment, and is read while the
 * step before it is recomputed.
 */
@Injectable()
export class VerifyLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: LedgerRows,
  ) {}

  async run(): Promise<LedgerReport> {
    const report = { entries: 0, subjects: 0, anomalies: [] as Anomaly[] };
    let ahead = this.step(null);
    for (;;) {
      const step = await ahead;
      const last = step.subjects.at(-1);
      if (!last) return report;
      ahead = this.step(last);
      // Whoever waits for it hears of its failure; until then nobody does.
      ahead.catch(() => undefined);
      report.entries += step.entries.length;
      report.subjects += step.subjects.length;
      report.anomalies.push(...(await anomaliesOf(step)));
    }
  }

  private step(after: SubjectKey | null): Promise<Step> {
    return this.uow.read(async () => {
      const subjects = await this.rows.subjectsAfter(after, SUBJECTS_PER_STEP);
      const [entries, heads] = await Promise.all([this.rows.entriesOf(subjects), this.rows.headsOf(subjects)]);
      return { subjects, entries, heads };
    });
  }
}

interface Step {
  readonly subjects: readonly SubjectKey[];
  readonly entries: readonly StoredEntry[];
  readonly heads: ReadonlyMap<string, ChainHead>;
}

async function anomaliesOf({ subjects, entries, heads }: Step): Promise<Anomaly[]> {
  const chains = chainsOf(entries);
  const anomalies: Anomaly[] = [];
  for (const [index, subject] of subjects.entries()) {
    if (index % SUBJECTS_PER_TURN === 0) await turn();
    const key = keyOf(subject);
    anomalies.push(...verifyChain(chains.get(key) ?? [], { subject: key, head: heads.get(key) ?? null }));
  }
  return anomalies;
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
