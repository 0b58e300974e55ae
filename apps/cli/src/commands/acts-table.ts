import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actTableDocument } from '@fubako/approvals';
import { projectRoot } from '@fubako/platform/config';
import type { Command } from './command';

export const actsTable: Command = {
  usage: 'write docs/approvals.md from the table of acts',
  async run() {
    writeFileSync(join(projectRoot, 'docs/approvals.md'), actTableDocument());
    return 0;
  },
};
