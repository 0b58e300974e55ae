import { Workshop } from './support/workshop';

interface Report {
  readonly diagnostics: readonly { readonly filename: string; readonly code: string }[];
}

describe('the bans of the house', () => {
  const workshop = new Workshop('lint');
  const expected = [...workshop.expected()];
  let report: Report;

  beforeAll(async () => {
    const args = ['--type-aware', '--disable-nested-config', '-f', 'json', 'libs'];
    report = JSON.parse(await workshop.run('oxlint/bin/oxlint', args)) as Report;
  });

  afterAll(() => workshop.remove());

  it.each(expected)('%s is refused by %s', (file, rule) => {
    const rules = report.diagnostics
      .filter(({ filename }) => filename === file)
      .map(({ code }) => /\((.*)\)$/.exec(code)?.[1]);
    expect(rules).toContain(rule);
  });
});
