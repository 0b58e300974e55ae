import { type Settings, loadTowns } from '@fubako/platform/config';
import { type ProgramLogins, keepLogins, migrate } from '@fubako/platform/database';
import { migrateJobs } from '@fubako/platform/jobs';
import { type Command, say } from './command';

export const migrateCommand: Command = {
  usage:
    "bring the database of every town to this build's schema, and make the logins of API and worker (DATABASE_OWNER_URL)",
  async run() {
    const { towns, faults } = loadTowns();
    for (const { name, settings } of towns) {
      const applied = await bringUp(settings);
      const said =
        applied.length === 0
          ? 'The schema is current.'
          : `Applied ${applied.length} migration(s): ${applied.join(', ')}`;
      say(towns.length === 1 ? said : `${name}: ${said}`);
    }
    for (const fault of faults.values()) say(fault);
    return faults.size === 0 ? 0 : 1;
  },
};

async function bringUp({ values }: Settings): Promise<string[]> {
  const owner = values.DATABASE_OWNER_URL ?? values.DATABASE_URL;
  const applied = await migrate(owner);
  if (!values.REDIS_URL) await migrateJobs(owner);
  if (values.DATABASE_OWNER_URL) await keepLogins(owner, loginsOf(values));
  return applied;
}

const loginsOf = ({ DATABASE_URL, DATABASE_WORKER_URL, SEALER }: Settings['values']): ProgramLogins => ({
  api: DATABASE_URL,
  worker: DATABASE_WORKER_URL,
  seals: SEALER === 'worker',
});
