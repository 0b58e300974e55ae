import { loadSettings } from '@fubako/platform/config';
import { migrate } from '@fubako/platform/database';
import { migrateJobs } from '@fubako/platform/jobs';
import { type Command, say } from './command';

export const migrateCommand: Command = {
  usage: "bring the database to this build's schema",
  async run() {
    const { values } = loadSettings();
    const applied = await migrate(values.DATABASE_URL);
    if (!values.REDIS_URL) await migrateJobs(values.DATABASE_URL);
    say(
      applied.length === 0 ? 'The schema is current.' : `Applied ${applied.length} migration(s): ${applied.join(', ')}`,
    );
    return 0;
  },
};
