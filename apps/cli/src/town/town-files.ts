import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR_FILE, TOWN_FILE, WORKER_FILE, townsFolder } from '@fubako/platform/config';
import type { TownDatabase } from '@fubako/platform/towns';

/**
 * What API, worker and operator commands are told of a town, a file for each (ADR 0058). Whole or not there: processes look for
 * the first, which comes last, while it is written.
 */
export function keepFiles(name: string, database: TownDatabase, own: Readonly<Record<string, string>>): void {
  keepAddresses(name, database);
  keep(name, TOWN_FILE, linesOf(own));
}

/** The same for a town that was served as its owner until now; whatever else its file says stays. */
export function partFiles(name: string, database: TownDatabase): void {
  const told = readFileSync(join(townsFolder(), name, TOWN_FILE), 'utf8');
  keepAddresses(name, database);
  keep(
    name,
    TOWN_FILE,
    told.replace(/^DATABASE_URL=.*$/m, () => `DATABASE_URL=${database.api}`),
  );
}

function keepAddresses(name: string, { owner, worker }: TownDatabase): void {
  keep(name, OPERATOR_FILE, linesOf({ DATABASE_OWNER_URL: owner }));
  keep(name, WORKER_FILE, linesOf({ DATABASE_WORKER_URL: worker }));
}

const linesOf = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

function keep(name: string, file: string, text: string): void {
  const folder = join(townsFolder(), name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${file}.new`), text, { mode: 0o600 });
  renameSync(join(folder, `${file}.new`), join(folder, file));
}
