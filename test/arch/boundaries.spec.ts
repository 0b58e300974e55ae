import { join } from 'node:path';

import { root, Workshop } from './support/workshop';

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

interface Configuration {
  readonly forbidden: readonly { readonly name: string }[];
}

async function reportedIn(workshop: Workshop): Promise<Map<string, string[]>> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'libs', 'apps'];
  const report = JSON.parse(await workshop.run('dependency-cruiser/bin/dependency-cruise.mjs', args)) as Report;
  const reported = new Map<string, string[]>();
  for (const { from, rule } of report.summary.violations) {
    reported.set(from, [...new Set([...(reported.get(from) ?? []), rule.name])]);
  }
  return reported;
}

describe('the boundaries between libs, apps and drawers', () => {
  const illegal = new Workshop('illegal');
  const legal = new Workshop('legal');
  const expected = [...illegal.expected()];
  let reported: Map<string, string[]>;

  beforeAll(async () => {
    reported = await reportedIn(illegal);
  });

  afterAll(() => {
    illegal.remove();
    legal.remove();
  });

  it.each(expected)('%s breaks %s', (file, rule) => {
    expect(reported.get(file)).toContain(rule);
  });

  it('reports no file that breaks nothing', () => {
    expect([...reported.keys()].sort()).toEqual(expected.map(([file]) => file).sort());
  });

  it('reports nothing where every import goes by the doors and downwards', async () => {
    expect([...(await reportedIn(legal))]).toEqual([]);
  });

  it('has a file that breaks it for every rule', () => {
    const { forbidden } = require(join(root, '.dependency-cruiser.cjs')) as Configuration;
    expect(new Set(expected.map(([, rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });
});
