import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { addressFrom, type Address } from './address';
import { type Logins, givenLogins } from './logins';
import { Refused } from './refused';

export interface ServeOptions {
  readonly address: Address;
  readonly dataPath: string;
  /** a PostgreSQL other than the embedded one, with the addresses that its processes log in at */
  readonly databaseUrl: string | undefined;
  readonly logins: Logins | undefined;
  /** whether the sample town is wanted; by default only with the embedded database */
  readonly sampleTown: boolean;
  /** start over: remove everything in the data folder first */
  readonly fresh: boolean;
  /** copy the log to the terminal */
  readonly verbose: boolean;
}

/** Reads `serve [--fresh] [--verbose]` and the environment. Refuses what it does not understand. */
export function serveOptions(args: readonly string[], environment: NodeJS.ProcessEnv, root: string): ServeOptions {
  const { fresh, verbose } = readFlags(args);
  const databaseUrl = environment['DATABASE_URL'] || undefined;
  if (fresh && databaseUrl !== undefined) {
    throw new Refused('--fresh empties the embedded database only. DATABASE_URL is set: empty that database yourself.');
  }
  return {
    address: addressFrom(environment),
    dataPath: resolve(root, environment['FUBAKO_DATA'] || '.data'),
    databaseUrl,
    logins: givenLogins(environment),
    sampleTown: environment['DEMO'] ? environment['DEMO'] === 'true' : databaseUrl === undefined,
    fresh,
    verbose,
  };
}

function readFlags(args: readonly string[]): { fresh: boolean; verbose: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { fresh: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } },
    });
    return values;
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}. Known: --fresh, --verbose.`);
  }
}
