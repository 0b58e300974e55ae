import { type Settings, loadTowns } from '@fubako/platform/config';
import { migrate } from '@fubako/platform/database';
import { migrateJobs } from '@fubako/platform/jobs';
import { type Command, say } from './command';

export const migrateCommand: Command = {
  usage: "bring the database of every town to this build's schema",
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
  const applied = await migrate(values.DATABASE_URL);
  if (!values.REDIS_URL) await migrateJobs(values.DATABASE_URL);
  return applied;
}
