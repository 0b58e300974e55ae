import { randomBytes } from 'node:crypto';

import { addressOfLogin } from '@fubako/platform/database';

/** Addresses by which each process logs in to the database (ADR 0058); the owner's is for operator commands alone. */
export interface Logins {
  readonly api: string;
  readonly worker: string;
  readonly owner: string | undefined;
}

/** Those of a database that is somebody else's, as the operator has given them. */
export function givenLogins(environment: NodeJS.ProcessEnv): Logins | undefined {
  const api = environment['DATABASE_URL'] || undefined;
  if (api === undefined) return undefined;
  return {
    api,
    worker: environment['DATABASE_WORKER_URL'] || api,
    owner: environment['DATABASE_OWNER_URL'] || undefined,
  };
}

/** Those of the embedded database: `migrate` makes them, with passwords that nobody keeps, anew at each start. */
export function freshLogins(owner: string): Logins {
  const login = (name: string) => addressOfLogin(owner, name, randomBytes(24).toString('base64url'));
  return { api: login('fubako_api_login'), worker: login('fubako_worker_login'), owner };
}

/** What a process is told: its own address alone, or all of them for operator commands. */
export function loginEnvironment(logins: Logins, program: 'api' | 'worker' | 'operator'): NodeJS.ProcessEnv {
  if (program === 'operator')
    return { DATABASE_URL: logins.api, DATABASE_WORKER_URL: logins.worker, DATABASE_OWNER_URL: logins.owner };
  return { DATABASE_URL: logins[program], DATABASE_WORKER_URL: undefined, DATABASE_OWNER_URL: undefined };
}
