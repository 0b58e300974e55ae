import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actTableDocument, thinkableActs } from './act-table-document';
import { ACT_ROLES, TERMINAL } from './act-table';

describe('the printed table of acts', () => {
  it('is what docs/approvals.md says; else run "npm run fubako -- acts-table"', () => {
    const printed = readFileSync(join(__dirname, '../../../../docs/approvals.md'), 'utf8');
    expect(printed).toBe(actTableDocument());
  });

  it('ACT-1 gives nobody anything to do in a terminal state', () => {
    for (const state of TERMINAL) expect(ACT_ROLES.flatMap((role) => thinkableActs(role, state))).toEqual([]);
  });
});
