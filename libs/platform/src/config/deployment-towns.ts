import { isAbsolute, join, sep } from 'node:path';
import { projectRoot } from './project-root';
import { type Settings, type SettingValues, SettingsRefused, loadSettings } from './settings';
import { MAIN_TOWN, townEnvironment, townNames } from './town-environment';

/** One municipality of a deployment (ADR 0040). */
export interface DeploymentTown {
  readonly name: string;
  /** Host names that mean it, in lower case and without a port. */
  readonly hosts: readonly string[];
  readonly settings: Settings;
}

export interface Towns {
  readonly towns: readonly DeploymentTown[];
  /** Why a town was left out, by its name: the others are served. */
  readonly faults: ReadonlyMap<string, string>;
}

/** A process that is tried out without PUBLIC_URL is reached at the machine itself. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Every town that the environment and the folder of towns name. A further town that shares a database, a bucket, a folder, a
 * name of its ledger or a host with an earlier one is left out.
 * @throws SettingsRefused when the town of the environment itself is faulty, or when there is none at all
 */
export function loadTowns(environment: NodeJS.ProcessEnv = process.env): Towns {
  const names = townNames(environment);
  const towns: DeploymentTown[] = [];
  const faults = new Map<string, string>();
  const taken = new Map<string, string>();
  const hasMain = Boolean(environment['DATABASE_URL'] || environment['DATABASE_URL_FILE']);
  if (hasMain || names.length === 0) admit(townOf(MAIN_TOWN, loadSettings(environment)), towns, taken);
  for (const name of names) {
    try {
      admit(townOf(name, loadSettings(townEnvironment(name, environment))), towns, taken);
    } catch (error) {
      if (!(error instanceof SettingsRefused)) throw error;
      faults.set(name, error.message);
    }
  }
  if (towns.length === 0) throw new SettingsRefused([...faults.values()]);
  return { towns, faults };
}

function townOf(name: string, settings: Settings): DeploymentTown {
  const { PUBLIC_URL: address, FILES_URL: files } = settings.values;
  if (!address && name !== MAIN_TOWN)
    throw new SettingsRefused([`${name}: PUBLIC_URL is needed, its host is the town`]);
  return { name, hosts: address ? [address, ...(files ? [files] : [])].map(hostIn) : THIS_MACHINE, settings };
}

const hostIn = (address: string): string => new URL(address).hostname.toLowerCase();

function admit(town: DeploymentTown, towns: DeploymentTown[], taken: Map<string, string>): void {
  const things = thingsOf(town);
  const shared = things.flatMap((thing) => {
    const owner = taken.get(thing) ?? ownerOfNested(thing, taken);
    return owner === undefined ? [] : [`${town.name}: ${thing} belongs to the town ${owner} already`];
  });
  if (shared.length > 0) throw new SettingsRefused(shared);
  for (const thing of things) taken.set(thing, town.name);
  towns.push(town);
}

/** What no two towns may have in common. */
function thingsOf({ hosts, settings: { values } }: DeploymentTown): string[] {
  const folders = [values.SEALER_FOLDER, values.COPY_FOLDER, values.SCAN_FOLDER, ...(values.WITNESS_FOLDERS ?? [])];
  return [
    ...hosts.map((host) => `host ${host}`),
    databaseOf(values),
    `data ${absolute(values.FUBAKO_DATA)}`,
    ...folders.filter((folder) => folder !== undefined).map((folder) => `folder ${absolute(folder)}${sep}`),
    ...bucketsOf(values),
    ...(values.LEDGER_ORIGIN ? [`ledger ${values.LEDGER_ORIGIN}`] : []),
  ];
}

/** Queues in one Redis are told apart by the name of the database alone. */
function databaseOf({ DATABASE_URL, REDIS_URL }: SettingValues): string {
  const { hostname, port, pathname } = new URL(DATABASE_URL);
  return REDIS_URL ? `database ${pathname.slice(1)}` : `database ${hostname}:${port || '5432'}${pathname}`;
}

/** Buckets are told apart by their names, wherever they lie: several addresses may be one store. */
function bucketsOf(values: SettingValues): string[] {
  const copy = values.COPY_S3_ENDPOINT ? [values.COPY_S3_BUCKET ?? values.S3_BUCKET] : [];
  const names = [
    ...(values.S3_ENDPOINT ? [values.S3_BUCKET] : []),
    values.SCAN_BUCKET,
    values.WITNESS_S3_BUCKET,
    ...copy,
  ];
  return [...new Set(names.filter((name) => name !== undefined))].map((name) => `bucket ${name}`);
}

/** A folder inside another one, either way round. */
function ownerOfNested(thing: string, taken: ReadonlyMap<string, string>): string | undefined {
  if (!thing.startsWith('folder ')) return undefined;
  const folders = [...taken].filter(([other]) => other.startsWith('folder '));
  return folders.find(([other]) => other.startsWith(thing) || thing.startsWith(other))?.[1];
}

const absolute = (folder: string): string => (isAbsolute(folder) ? join(folder) : join(projectRoot, folder));
