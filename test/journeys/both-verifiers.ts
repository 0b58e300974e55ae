import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ExportLedger,
  SealerKey,
  VerifyLedger,
  VerifyRows,
  VerifySeals,
  VerifyTimestamps,
  certificatesOf,
  readVerifierKey,
} from '@fubako/ledger';
import { projectRoot } from '@fubako/platform/config';
import type { LivingTown } from './town';

/** What both verifiers say of a town: the program, and Python with its standard library over an export. They must say the same. */
export class BothVerifiers {
  constructor(
    private readonly town: LivingTown,
    private readonly folder: string,
    /** What a witness holds; nobody is asked when absent. */
    public witness: readonly Buffer[] | null = null,
    /** Certificates that timestamps must lead to; they are not looked at when absent. */
    public tsa: string | null = null,
  ) {}

  async say(): Promise<string[]> {
    const [one, two] = [await this.first(), await this.second()];
    expect([...new Set(two)].sort()).toEqual([...new Set(one)].sort());
    return one;
  }

  private async first(): Promise<string[]> {
    const of = <T>(token: new (...args: never[]) => T): T => this.town.app.get(token, { strict: false });
    const { anomalies } = await of(VerifyLedger).run();
    const key = readVerifierKey(of(SealerKey).verifierKey() ?? '');
    const { faults } = await of(VerifyRows).run();
    const witnesses = this.witness ? [{ name: 'committee', leaves: this.witness }] : [];
    const seals = await of(VerifySeals).run(key, witnesses);
    const roots = this.tsa && certificatesOf(readFileSync(this.tsa, 'utf8'));
    const times = roots ? await of(VerifyTimestamps).run(roots) : { faults: [] };
    const entries = anomalies.map(({ subject, seq, column }) =>
      column === 'chain_head' ? `ledger.chain_head ${subject}` : `ledger.entry ${subject} entry ${seq}: ${column}`,
    );
    return [
      ...entries,
      ...[...faults, ...seals.faults, ...times.faults].map(
        ({ table, key: name, column }) => `${table} ${name}: ${column}`,
      ),
    ];
  }

  private async second(): Promise<string[]> {
    const file = join(this.folder, 'export.sql');
    const lines: string[] = [];
    await this.town.app.get(ExportLedger, { strict: false }).run((some) => void lines.push(...some));
    writeFileSync(file, `${lines.join('\n')}\n`);
    const key = join(this.town.app.get(SealerKey, { strict: false }).folder, 'verifier-key.txt');
    const call = [join(projectRoot, 'apps/verifier/verify.py'), '--dump', file, '--key', key];
    if (this.witness) {
      writeFileSync(join(this.folder, 'leaves'), Buffer.concat(this.witness));
      call.push('--witness', `committee=${join(this.folder, 'leaves')}`);
    }
    if (this.tsa) call.push('--tsa', this.tsa);
    const done = spawnSync('python3', ['-B', ...call], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const said = done.stdout.trim().split('\n');
    expect(said.at(-1)).toMatch(/^\d+ entries/);
    expect({ code: done.status, err: done.stderr }).toEqual({ code: said.length > 1 ? 1 : 0, err: '' });
    return said.slice(0, -1).map((line) => line.replace(/^(ledger\.chain_head \S+): \w+$/, '$1'));
  }
}
