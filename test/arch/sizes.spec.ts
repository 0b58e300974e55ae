import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { functionsIn, percentile } from './support/sizes';
import { root, sourceFiles } from './support/workshop';

const limits = { file: 300, function: 50, parameters: 3, dependencies: 6 };

describe('sizes', () => {
  const files = [...sourceFiles(join(root, 'libs')), ...sourceFiles(join(root, 'apps'))]
    .filter((path) => /\/src\//.test(path) && !/\.spec\.tsx?$|schema\.d\.ts$/.test(path))
    .map((path) => ({ path: relative(root, path), source: readFileSync(path, 'utf8') }));
  const lines = files.map(({ source }) => source.split('\n').length - 1);
  const functions = files.flatMap(({ path, source }) =>
    functionsIn(source, path).map((measured) => ({ path, ...measured })),
  );
  const server = functions.filter(({ path }) => !path.startsWith('apps/web/'));

  it('measures lines, parameters and dependencies', () => {
    const source =
      'class A {\n  constructor(a: B, c: D) {}\n  run(\n    e: F,\n  ) {\n    return e;\n  }\n}\nconst g = (h: I) => h;\n' +
      'class J {\n  get(@Body() k: L, @Param() m: N) {}\n}\n';
    expect(functionsIn(source, 'a.ts')).toEqual([
      { name: 'constructor', line: 2, lines: 1, parameters: 2, injected: true },
      { name: 'run', line: 3, lines: 5, parameters: 1, injected: false },
      { name: 'g', line: 9, lines: 1, parameters: 1, injected: false },
      { name: 'get', line: 11, lines: 1, parameters: 2, injected: true },
    ]);
  });

  it(`no file is longer than ${limits.file} lines, half are below 60 and nine in ten below 180`, () => {
    expect(files.filter((_file, at) => (lines[at] ?? 0) > limits.file).map(({ path }) => path)).toEqual([]);
    expect(percentile(lines, 0.5)).toBeLessThanOrEqual(60);
    expect(percentile(lines, 0.9)).toBeLessThanOrEqual(180);
  });

  it(`no function of the server is longer than ${limits.function} lines, nine in ten have at most 25`, () => {
    expect(server.filter((measured) => measured.lines > limits.function).map(place)).toEqual([]);
    expect(
      percentile(
        server.map((measured) => measured.lines),
        0.9,
      ),
    ).toBeLessThanOrEqual(25);
  });

  it(`no function asks for more than ${limits.parameters} things, no constructor or route for more than ${limits.dependencies}`, () => {
    const greedy = functions.filter(
      ({ parameters, injected }) => parameters > limits[injected ? 'dependencies' : 'parameters'],
    );
    expect(greedy.map(place)).toEqual([]);
  });
});

function place({ path, line, name }: { path: string; line: number; name: string }): string {
  return `${path}:${line} ${name}`;
}
