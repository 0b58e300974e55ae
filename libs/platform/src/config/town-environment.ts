import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { projectRoot } from './project-root';
import { SECRETS } from './secret-files';
import { SettingsRefused, settingNames } from './settings';

/** The town that the environment itself describes by DATABASE_URL. */
export const MAIN_TOWN = 'main';

/** Settings of one further town, in a folder that bears its name. */
export const TOWN_FILE = 'town.env';
/** Beside it, each for those alone who may read it: the addresses of the worker and of the owner (ADR 0058). */
export const WORKER_FILE = 'worker.env';
export const OPERATOR_FILE = 'operator.env';

/** What belongs to one town alone: never taken over from the environment of the deployment. */
const OWN = new Set([
  'DATABASE_URL',
  'DATABASE_WORKER_URL',
  'DATABASE_OWNER_URL',
  'PUBLIC_URL',
  'FILES_URL',
  'FUBAKO_DATA',
  'S3_BUCKET',
  'COPY_FOLDER',
  'COPY_S3_ENDPOINT',
  'COPY_S3_BUCKET',
  'COPY_S3_ACCESS_KEY',
  'COPY_S3_SECRET_KEY',
  'STORE_QUOTA_BYTES',
  'SEALER_FOLDER',
  'LEDGER_ORIGIN',
  'WITNESS_FOLDERS',
  'WITNESS_S3_ENDPOINT',
  'WITNESS_S3_BUCKET',
  'WITNESS_S3_ACCESS_KEY',
  'WITNESS_S3_SECRET_KEY',
  'SCAN_FOLDER',
  'SCAN_BUCKET',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLAIM',
  'OIDC_ALGORITHM',
  'OIDC_SECOND_FACTOR',
  'SECRET_KEYS',
  'DEMO',
]);

/** What a process has once, however many towns it serves. */
const SHARED = new Set(['NODE_ENV', 'HOST', 'PORT', 'TRUSTED_PROXIES', 'LOG_LEVEL', 'REDIS_URL']);

export const isTownName = (name: string): boolean => /^[a-z][a-z0-9-]{0,39}$/.test(name) && name !== MAIN_TOWN;

/** `TOWNS_FOLDER`, or `towns` in the data folder: a folder for each further town. */
export function townsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const data = resolve(projectRoot, environment['FUBAKO_DATA'] || '.data');
  return environment['TOWNS_FOLDER'] ? resolve(projectRoot, environment['TOWNS_FOLDER']) : join(data, 'towns');
}

/** Names of the further towns, in order. */
export function townNames(environment: NodeJS.ProcessEnv = process.env): string[] {
  const folder = townsFolder(environment);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => isTownName(name) && existsSync(join(folder, name, TOWN_FILE)))
    .toSorted();
}

/**
 * The environment in which a further town alone would run: what the deployment shares, and what its file says.
 * @throws SettingsRefused when the file says what it cannot
 */
export function townEnvironment(name: string, environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const folder = join(townsFolder(environment), name);
  const own = parseEnv(readFileSync(join(folder, TOWN_FILE), 'utf8'));
  for (const file of [WORKER_FILE, OPERATOR_FILE]) Object.assign(own, parseEnv(readable(join(folder, file))));
  return environmentWith(name, own as Record<string, string>, environment);
}

/** What is not there, or not for this process, says nothing. */
function readable(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

/** @param own settings of the town alone, as they would stand in its file */
export function environmentWith(
  name: string,
  own: Readonly<Record<string, string>>,
  environment: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const faults = Object.keys(own).flatMap((key) => faultOf(name, key));
  if (faults.length > 0) throw new SettingsRefused(faults);
  const given = new Set(Object.keys(own).map(nameOf));
  const shared = Object.entries(environment).filter(([key]) => !OWN.has(nameOf(key)) && !given.has(nameOf(key)));
  return {
    ...Object.fromEntries(shared),
    FUBAKO_DATA: join(townsFolder(environment), name),
    S3_BUCKET: `fubako-${name}`,
    ...own,
  };
}

/** A secret in a file is the same setting. */
const nameOf = (key: string): string => key.replace(/_FILE$/, '');

const known = new Set([...settingNames, ...SECRETS.map((secret) => `${secret}_FILE`)]);

function faultOf(town: string, key: string): string[] {
  if (!known.has(key)) return [`${town}/${TOWN_FILE}: ${key} is no setting`];
  return SHARED.has(nameOf(key))
    ? [`${town}/${TOWN_FILE}: ${key} holds for all towns and belongs into the environment of the processes`]
    : [];
}
