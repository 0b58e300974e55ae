import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import { describeSchema, migrate } from '@fubako/platform/database';
import { startEphemeralPostgres } from '@fubako/platform/embedded-postgres';
import { type Command, say } from './command';

export const dbSchema: Command = {
  usage: '[--check]  write db/schema.sql from the migrations, or fail when it is not current',
  async run(args) {
    const postgres = await startEphemeralPostgres('embedded');
    try {
      await migrate(postgres.url);
      const text = await describeSchema(postgres.url);
      const file = join(projectRoot, 'db/schema.sql');
      if (!args.includes('--check')) {
        writeFileSync(file, text);
        return 0;
      }
      if (readFileSync(file, 'utf8') === text) return 0;
      say('db/schema.sql is not what the migrations make: run "npm run db:schema" and look at the difference.');
      return 1;
    } finally {
      await postgres.stop();
    }
  },
};
