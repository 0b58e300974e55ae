import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, sourceFiles } from './support/workshop';

/** The contract knows a schema by the name of its class alone: of two with one name, one would vanish from it. */
describe('schemas of the contract', () => {
  it('have names of their own', () => {
    const names = [...sourceFiles(join(root, 'libs')), ...sourceFiles(join(root, 'apps/api'))]
      .filter((path) => path.endsWith('.dto.ts'))
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^export class (\w+)/gm)].map(([, name]) => name));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
  });
});
