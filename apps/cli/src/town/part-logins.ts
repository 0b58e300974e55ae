import { loadSettings, townEnvironment, townNames } from '@fubako/platform/config';
import { migrate } from '@fubako/platform/database';
import { migrateJobs } from '@fubako/platform/jobs';
import { keepRoles, keepTownLogins, townLogins } from '@fubako/platform/towns';
import { say } from '../commands/command';
import { Refused } from '../serve/refused';
import { partFiles } from './town-files';

/**
 * Gives API and worker of a further town logins of their own, where the town was served as the owner of its database until now or
 * where they are to have other passwords (ADR 0058). @param server database of a role that may create roles
 * @returns the exit code
 */
export async function partLogins({
  name,
  server,
}: {
  readonly name: string;
  readonly server: string;
}): Promise<number> {
  if (!townNames().includes(name)) throw new Refused(`There is no town ${name}: see fubako town list.`);
  const { DATABASE_URL: owner, REDIS_URL, SEALER } = loadSettings(townEnvironment(name)).ofOperator.values;
  await keepRoles(server);
  await migrate(owner);
  if (!REDIS_URL) await migrateJobs(owner);
  const database = townLogins(owner);
  await keepTownLogins(server, database, SEALER === 'worker');
  partFiles(name, database);
  say(`${name}: API and worker have logins of their own. Restart them.`);
  return 0;
}
