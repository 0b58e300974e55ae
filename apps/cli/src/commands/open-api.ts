import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings, projectRoot } from '@fubako/platform/config';
import { createApi } from '../../../api/src/create-api';
import { openApiDocument } from '../../../api/src/open-api';
import { type Command, say } from './command';

/** Never connected to: the document is made from the wired, not started, application. */
const NOWHERE = 'postgres://nobody@127.0.0.1:1/none';

export const openApi: Command = {
  usage: '[--check]  write apps/api/openapi.json, or fail when it is not current',
  async run(args) {
    const app = await createApi(
      loadSettings({ ...process.env, NODE_ENV: 'test', DATABASE_URL: NOWHERE, LOG_LEVEL: 'silent' }),
    );
    const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
    const file = join(projectRoot, 'apps/api/openapi.json');
    if (!args.includes('--check')) {
      writeFileSync(file, text);
      return 0;
    }
    if (readFileSync(file, 'utf8') === text) return 0;
    say('apps/api/openapi.json is not what the controllers say: run "npm run openapi" and look at the difference.');
    return 1;
  },
};
