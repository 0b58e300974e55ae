import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type Fault,
  SealerKey,
  TellWitnesses,
  TimestampLedger,
  VerifyLedger,
  VerifyRows,
  VerifySeals,
  VerifyTimestamps,
  type WitnessedLeaves,
  certificatesOf,
  readVerifierKey,
  verifyPackage,
} from '@fubako/ledger';
import { VerifyObjects } from '@fubako/scans';
import { DisposalLock, VerifyDisposals, lockWords } from '@fubako/records';
import type { INestApplicationContext } from '@nestjs/common';
import { unzipSync } from 'fflate';
import { type Command, inProduct, say } from './command';

export const verify: Command = {
  usage:
    '[--ledger] [--key KEY] [--objects] [--disposals] | --package FILE [--key KEY] [--tsa PEM]  recompute what must not have changed; exit code 1 names anomalies',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ledger: { type: 'boolean' },
        objects: { type: 'boolean' },
        disposals: { type: 'boolean' },
        key: { type: 'string' },
        package: { type: 'string' },
        tsa: { type: 'string' },
      },
    });
    if (values.package !== undefined) return verifyEvidence(values.package, values);
    const all = !values.ledger && !values.objects && !values.disposals;
    return inProduct(async (product) => {
      const ledger = all || values.ledger ? await verifyLedger(product, values.key) : 0;
      const objects = all || values.objects ? await verifyObjects(product) : 0;
      const disposals = all || values.disposals ? await verifyDisposals(product) : 0;
      return ledger + objects + disposals === 0 ? 0 : 1;
    });
  },
};

/** A package of evidence, without any database. */
function verifyEvidence(path: string, { key: keyText, tsa }: { key?: string; tsa?: string }): number {
  const files = new Map(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, Buffer.from(bytes)]),
  );
  const inside = files.get('ledger/verifier-key.txt')?.toString('utf8');
  const key = readVerifierKey(keyText ?? inside ?? '');
  const faults = verifyPackage(files, key, tsa === undefined ? null : certificatesOf(readFileSync(tsa, 'utf8')));
  say(`Package: ${files.size} files, ${faults.length} anomalies.`);
  for (const fault of faults) say(`  ${fault}`);
  if (tsa === undefined && files.has('ledger/timestamp.tst'))
    say('  The timestamp was not verified: give the certificates of its authority (--tsa).');
  if (key === null) say('  The signature was not verified: no key is here (--key).');
  else if (keyText === undefined) say('  The key is that of the package: compare it with the one of the town (--key).');
  return faults.length === 0 ? 0 : 1;
}

async function verifyLedger(product: INestApplicationContext, keyText: string | undefined): Promise<number> {
  const { entries, subjects, anomalies } = await product.get(VerifyLedger).run();
  say(`Ledger: ${entries} entries of ${subjects} subjects, ${anomalies.length} anomalies.`);
  for (const { subject, seq, column } of anomalies) say(`  ${subject} entry ${seq}: ${column}`);
  const seals = (await verifySeals(product, keyText)) + (await verifyTimestamps(product));
  return anomalies.length + (await verifyRows(product)) + seals;
}

async function verifyRows(product: INestApplicationContext): Promise<number> {
  const { tables, faults } = await product.get(VerifyRows, { strict: false }).run();
  say(`Rows: ${tables} protected tables, ${faults.length} anomalies.`);
  return named(faults);
}

async function verifySeals(product: INestApplicationContext, keyText: string | undefined): Promise<number> {
  const text = keyText ?? product.get(SealerKey, { strict: false }).verifierKey();
  const key = text === null ? null : readVerifierKey(text);
  if (text !== null && key === null) throw new Error(`Not a key that checkpoints are verified with: ${text}`);
  const tell = product.get(TellWitnesses, { strict: false });
  const { witnesses, silent } = await heldBy(tell);
  const seals = product.get(VerifySeals, { strict: false });
  const { leaves, checkpoints, faults } = await seals.run(key, witnesses);
  say(`Seals: ${leaves} leaves, ${checkpoints} checkpoints, ${faults.length} anomalies.`);
  for (const { name, size, behind, fault } of await tell.states())
    say(`  Witness ${name}: ${size} leaves, ${behind} behind${fault === null ? '' : `; ${fault}`}.`);
  if (key === null) say('  The signatures were not verified: no key is here (--key).');
  return named(faults) + silent;
}

/** What each witness holds. One that cannot be asked, or has a gap, is an anomaly itself. */
async function heldBy(tell: TellWitnesses): Promise<{ witnesses: WitnessedLeaves[]; silent: number }> {
  const witnesses: WitnessedLeaves[] = [];
  for (const witness of tell.witnesses)
    try {
      witnesses.push({ name: witness.name, leaves: await witness.leaves() });
    } catch (error) {
      say(
        `  Witness ${witness.name} could not be compared: ${error instanceof Error ? error.message : String(error)}.`,
      );
    }
  return { witnesses, silent: tell.witnesses.length - witnesses.length };
}

async function verifyTimestamps(product: INestApplicationContext): Promise<number> {
  const roots = product.get(TimestampLedger, { strict: false }).roots();
  const { tokens, faults } = await product.get(VerifyTimestamps, { strict: false }).run(roots);
  if (tokens > 0 && roots.length === 0) {
    say(`Timestamps: ${tokens} tokens, not verified: no certificates are here (TSA_CERTIFICATES).`);
    return 0;
  }
  say(`Timestamps: ${tokens} tokens, ${faults.length} anomalies.`);
  return named(faults);
}

function named(faults: readonly Fault[]): number {
  for (const { table, key, column } of faults) say(`  ${table} ${key}: ${column}`);
  return faults.length;
}

async function verifyObjects(product: INestApplicationContext): Promise<number> {
  const { checked, damaged, unregistered, owedRemovals } = await product.get(VerifyObjects).run();
  say(`Objects: ${checked} checked, ${damaged.length} damaged, ${unregistered.length} without a row.`);
  if (owedRemovals > 0) say(`  ${owedRemovals} lawfully removed, their bytes are still to go.`);
  for (const { sha256, place, fault, fileNames } of damaged)
    say(`  ${sha256}: ${fault}${place === 'second' ? ' in the second copy' : ''} (${fileNames.join(', ')})`);
  for (const key of unregistered) say(`  ${key}: no row knows it`);
  return damaged.length;
}

async function verifyDisposals(product: INestApplicationContext): Promise<number> {
  const { entries, unlawful } = await product.get(VerifyDisposals, { strict: false }).run();
  say(`Disposals: ${entries} entries in the registers, ${unlawful.length} unlawful.`);
  for (const { kind, id } of unlawful) say(`  ${id}: ${kind}`);
  const locking = await product.get(DisposalLock, { strict: false }).look();
  for (const gap of locking) say(`  ${lockWords(gap)}`);
  return unlawful.length + locking.length;
}
