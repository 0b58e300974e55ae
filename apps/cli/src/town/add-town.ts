import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { SealLedger } from '@fubako/ledger';
import { ImportMunicipality } from '@fubako/organisation';
import {
  type Settings,
  environmentWith,
  isTownName,
  loadSettings,
  loadTowns,
  townsFolder,
} from '@fubako/platform/config';
import { migrate } from '@fubako/platform/database';
import { migrateJobs } from '@fubako/platform/jobs';
import { ObjectStore } from '@fubako/platform/object-store';
import { type TownDatabase, createTownDatabase, dropTownDatabase, keepTownLogins } from '@fubako/platform/towns';
import { ProductModule } from '../../../product/src';
import { say } from '../commands/command';
import { packageSections } from '../package-sections';
import { Refused } from '../serve/refused';
import { keepFiles } from './town-files';

export interface NewTown {
  readonly name: string;
  /** address that browsers will use; its host is the town */
  readonly url: string;
  /** folder of the package */
  readonly folder: string;
  /** database of a role that may create databases and roles */
  readonly server: string;
}

/**
 * Database, role, schema, package, bucket and keys of one further town, then its file, which running processes take up within
 * seconds. All or nothing: when a step fails, the database and the role are removed again.
 * @returns the exit code
 */
export async function addTown(town: NewTown): Promise<number> {
  refuseClashes(town);
  const database = await createTownDatabase(town.server, town.name).catch((error: unknown) => {
    throw new Refused(`The database could not be made: ${error instanceof Error ? error.message : String(error)}`);
  });
  const own = { DATABASE_URL: database.api, PUBLIC_URL: town.url };
  const settings = loadSettings(environmentWith(town.name, { ...own, DATABASE_OWNER_URL: database.owner })).ofOperator;
  const done = await fill(town, database, settings).catch(async (error: unknown) => {
    await undo(town);
    throw error;
  });
  if (!done) {
    await undo(town);
    return 1;
  }
  keepFiles(town.name, database, own);
  say(`${town.name}: ${town.url} is served by running processes within seconds.`);
  say(`Next: fubako --town ${town.name} account create STAFF_NO`);
  return 0;
}

/** Before anything is made: what a later look at the towns would refuse. */
function refuseClashes({ name, url, folder }: NewTown): void {
  if (!isTownName(name))
    throw new Refused(`${name}: a town is called by small letters, digits and hyphens, and not main.`);
  if (existsSync(join(townsFolder(), name)))
    throw new Refused(
      `${join(townsFolder(), name)} exists already: choose another name, or remove what is left there.`,
    );
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Refused(`${url}: this is no address, write one like https://kita.example.lg.jp.`);
  if (!existsSync(join(folder, 'municipality.json')))
    throw new Refused(`${folder} is no package: it has no municipality.json.`);
  const host = new URL(url).hostname.toLowerCase();
  const owner = deployed().find(({ hosts }) => hosts.includes(host));
  if (owner) throw new Refused(`${host} is the address of the town ${owner.name} already.`);
}

/** A deployment may begin with its first further town and have no other. */
function deployed() {
  try {
    return loadTowns().towns;
  } catch {
    return [];
  }
}

async function fill({ name, folder, server }: NewTown, database: TownDatabase, settings: Settings): Promise<boolean> {
  const { DATABASE_URL, REDIS_URL } = settings.values;
  say(`${name}: ${(await migrate(DATABASE_URL)).length} migrations.`);
  if (!REDIS_URL) await migrateJobs(DATABASE_URL);
  await keepTownLogins(server, database, settings.values.SEALER === 'worker');
  const product = await NestFactory.createApplicationContext(ProductModule.with(settings), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const store = product.get(ObjectStore, { strict: false });
    await store.check();
    for await (const { key } of store.list('sha256')) {
      throw new Refused(`The store of ${name} holds ${key} already: give the town a bucket of its own.`);
    }
    const importer = product.get(ImportMunicipality, { strict: false });
    const report = await importer.run({ folder, dryRun: false }, packageSections(product));
    for (const { file, line, column, message } of report.faults) say(`${file}:${line}:${column}: ${message}`);
    if (report.faults.length > 0) return false;
    say(`${name}: ${report.changes.length} rows of the package.`);
    // The first seal makes the key; from here on the worker seals.
    if (settings.values.SEALER === 'worker') await product.get(SealLedger, { strict: false }).run();
    return true;
  } finally {
    await product.close();
  }
}

async function undo({ name, server }: NewTown): Promise<void> {
  await dropTownDatabase(server, name);
  rmSync(join(townsFolder(), name), { recursive: true, force: true });
  say(`${name}: nothing was kept.`);
}
