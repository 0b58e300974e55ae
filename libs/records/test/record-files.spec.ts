import { subject } from '@casl/ability';
import { recordFileAbility } from '../src/app/record-file-policy';
import { PEOPLE, RecordsUnderTest } from './support/records';

describe('the list of record files', () => {
  let lib: RecordsUnderTest;
  const sections = { S31: '福祉課', S32: '子育て健康課', S22: '財政課' } as const;

  beforeAll(async () => {
    lib = await RecordsUnderTest.start();
    const matters = Object.entries(sections).flatMap(([code, name]) => [
      { section: { code, name } },
      { section: { code, name } },
      { section: { code, name }, classCode: '10-01-01', matterType: 'notice' },
    ]);
    await lib.decide(...matters);
    lib.clock.set('2027-04-01T01:00:00Z');
    await lib.decide(...matters);
  });
  afterAll(() => lib.stop());

  const list = async (who: keyof typeof PEOPLE, query: object = {}) =>
    (await lib.files.run({ limit: 50, ...query }, await lib.actor(PEOPLE[who]))).items;
  const names = async (who: keyof typeof PEOPLE, query: object = {}) =>
    (await list(who, query)).map((file) => `${file.fiscalYear} ${file.title} ${file.unitName}`);

  it('LIST-1 shows the newest year first, then by class, with the number of documents and the dates', async () => {
    expect(await names('colleague')).toEqual([
      '2027 往復文書 福祉課',
      '2027 契約 福祉課',
      '2026 往復文書 福祉課',
      '2026 契約 福祉課',
    ]);
    expect((await list('colleague'))[1]).toEqual({
      id: expect.any(String),
      title: '契約',
      volume: 1,
      fiscalYear: 2027,
      classCode: '20-01-01',
      className: '契約',
      unitName: '福祉課',
      retentionLabel: '5年',
      endless: false,
      documentCount: 2,
      startsOn: '2028-04-01',
      expiresOn: '2033-03-31',
    });
  });

  it('LIST-2 everybody sees the files of the own sections; a head also those below; the archive and audit all', async () => {
    const units = async (who: keyof typeof PEOPLE) => new Set((await list(who)).map(({ unitName }) => unitName));
    expect(await units('drafter')).toEqual(new Set(['福祉課']));
    expect(await units('departmentHead')).toEqual(new Set(['福祉課', '子育て健康課']));
    expect(await units('otherHead')).toEqual(new Set(['財政課']));
    for (const who of ['officer', 'archivist', 'auditor'] as const)
      expect(await units(who)).toEqual(new Set(Object.values(sections)));
  });

  it('LIST-2 the policy and its SQL twin agree for everybody', async () => {
    const all = new Set(await names('officer'));
    for (const who of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) {
      const ability = recordFileAbility(await lib.actor(PEOPLE[who]));
      const may = Object.entries(sections).filter(([code]) =>
        ability.can('read', subject('RecordFile', { section: code })),
      );
      const expected = [...all].filter((name) => may.some(([, unit]) => name.endsWith(unit)));
      expect([who, await names(who)]).toEqual([who, expected]);
    }
  });

  it('LIST-3 narrows to a fiscal year and a section, never beyond what may be seen', async () => {
    expect(await names('officer', { fiscalYear: 2026, unit: 'S22' })).toEqual([
      '2026 往復文書 財政課',
      '2026 契約 財政課',
    ]);
    expect(await names('drafter', { unit: 'S22' })).toEqual([]);
  });

  it('LIST-4 pages come in the same order, without a gap or a twin', async () => {
    const actor = await lib.actor(PEOPLE.officer);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await lib.files.run({ limit: 5, ...(cursor ? { cursor } : {}) }, actor);
      expect(page.items.length).toBeLessThanOrEqual(5);
      seen.push(...page.items.map((file) => `${file.fiscalYear} ${file.title} ${file.unitName}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(await names('officer'));
    expect(seen).toHaveLength(12);
  });
});
