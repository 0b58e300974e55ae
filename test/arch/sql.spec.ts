import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { builtStatements } from './support/sql-lint';
import { root, sourceFiles } from './support/workshop';

/** Where a statement may be computed, and why nothing a person typed gets into it. */
const allowed = new Map([
  ['libs/platform/src/embedded-postgres/supervisor.ts', 'CREATE DATABASE takes no parameters; the name is escaped'],
  [
    'libs/platform/src/towns/town-database.ts',
    'databases and roles take no parameters; names and password are escaped',
  ],
  ['libs/platform/src/database/logins.ts', 'roles take no parameters; names and password are escaped'],
  ['libs/platform/src/testing/test-database.ts', 'CREATE DATABASE takes no parameters; the names are made there'],
]);

describe('SQL made from text', () => {
  it.each([
    ['a template with a value in it', 'uow.rows(`select * from t where name = ${name}`)'],
    ['text joined with plus', "client.query('select * from t where name = ' + name)"],
    ['a choice between templates', 'uow.change(flag ? `delete from ${table}` : sql`select 1`)'],
    ['a template in parentheses', 'uow.one((`select ${column}`))'],
    ['the tag called as a function', 'uow.rows(sql(parts))'],
    ['a statement made by hand', 'const s = { text: `order by ${column}`, values: [] }'],
  ])('is found: %s', (_what, source) => {
    expect(builtStatements(source)).toHaveLength(1);
  });

  it.each([
    ['the tag', 'uow.rows(sql`select * from t where name = ${name}`)'],
    ['fixed text', "client.query('select 1')"],
    ['parameters apart', "client.query('select * from t where name = $1', [name])"],
    ['a template for people', 'log.write(`found ${count}`)'],
    ['text of another kind', 'const label = { text: `${count} 件`, colour: 1 }'],
  ])('is not found: %s', (_what, source) => {
    expect(builtStatements(source)).toEqual([]);
  });

  it('is nowhere in the product', () => {
    const found = [...sourceFiles(join(root, 'libs')), ...sourceFiles(join(root, 'apps'))]
      .map((path) => relative(root, path))
      .filter(
        (path) =>
          /^(libs\/[^/]+|apps\/(api|worker|cli))\/src\//.test(path) && !path.endsWith('.spec.ts') && !allowed.has(path),
      )
      .flatMap((path) =>
        builtStatements(readFileSync(join(root, path), 'utf8')).map(({ line, reason }) => `${path}:${line} ${reason}`),
      );
    expect(found).toEqual([]);
  });
});
