import { sql } from '@fubako/platform/database';
import { SettableClock, type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { TownPackage, importPackage, noted, told } from './support/package-run';

const MATTERS = 'matter_types.csv';
const SERIES = 'number_series.csv';
const PLAN = 'filing_plan.csv';
const RETENTION = 'retention_classes.csv';
const RULES = 'delegation_rules.csv';

describe('the municipality package as documents, approvals and records read it', () => {
  let database: TestDatabase;
  let town: TownPackage;
  const clock = new SettableClock(new Date('2026-06-01T00:00:00Z'));

  beforeEach(async () => {
    database = await testDatabase(clock);
    town = new TownPackage();
  });
  afterEach(() => database.drop());

  const bringIn = () => importPackage(database.uow, town);
  const faults = async () => (await bringIn()).faults;
  const rows = <T>(statement: ReturnType<typeof sql>) => database.uow.read(() => database.uow.rows<T>(statement));

  describe('the sample town', () => {
    it('comes in without a fault, whole', async () => {
      const { faults: found, changes } = await bringIn();
      expect(found).toEqual([]);
      const added = (file: string) =>
        changes.filter((change) => change.file.startsWith(file) && change.change === 'added').length;
      expect([SERIES, 'forms/', MATTERS, RULES, RETENTION, PLAN].map(added)).toEqual([9, 10, 10, 27, 10, 40]);
    });

    it('changes nothing when it comes a second time', async () => {
      await bringIn();
      expect(await bringIn()).toEqual({ faults: [], messages: [], changes: [], notes: expect.any(Array) });
      expect(await rows(sql`select id from approvals.delegation_rule_set`)).toHaveLength(1);
      expect(await rows(sql`select name from documents.form`)).toHaveLength(10);
    });

    it('may come before its first day: rules are held against the organisation that is to be', async () => {
      clock.set('2026-03-01T00:00:00Z');
      expect(await faults()).toEqual([]);
      clock.set('2026-06-01T00:00:00Z');
    });

    it('is stored as it is written', async () => {
      await bringIn();
      expect(await rows(sql`select code from documents.matter_type_version order by sort limit 3`)).toEqual([
        { code: 'contract' },
        { code: 'spending' },
        { code: 'notice' },
      ]);
      expect(
        await rows(
          sql`select unit_code, format, year_basis, start_at, step from documents.number_series where code = 'S-DRAFT'`,
        ),
      ).toEqual([{ unit_code: null, format: '{eraYear}{symbol}-{n:06}', year_basis: 'fiscal', start_at: 1, step: 1 }]);
      expect(
        await rows(sql`
        select priority, condition, min_amount, max_amount, decider_rank, decider_post_code, concurrence, reason
        from approvals.delegation_rule where matter_type = 'contract' order by position`),
      ).toEqual([
        expect.objectContaining({
          min_amount: 0,
          max_amount: 500000,
          decider_rank: 50,
          decider_post_code: null,
          condition: '',
          concurrence: [],
        }),
        expect.objectContaining({ concurrence: [{ units: ['S22'], need: 'all' }], reason: '部長専決' }),
        expect.objectContaining({ decider_post_code: 'P-VICE' }),
        expect.objectContaining({ max_amount: null, concurrence: [{ units: ['S22', 'S21'], need: 'all' }] }),
        expect.objectContaining({
          priority: 5,
          condition: 'method == "随意契約" and amount > 1300000',
          min_amount: null,
        }),
      ]);
      expect(await rows(sql`select * from records.filing_class where code = '40-01-01'`)).toEqual([
        {
          adjustment_period: false,
          last_year: null,
          personal_data: false,
          section_code: null,
          code: '40-01-01',
          name: '出張',
          level: 3,
          parent_code: '40-01',
          function_code: 'F007',
          retention_class: 'R03',
          statutory_law: null,
          statutory_years: null,
          disclosure_class: 'partial',
          disposition: 'destroy',
        },
      ]);
      expect(
        await rows(
          sql`select label, years, basis from records.retention_class where code in ('R05', 'RPERM', 'E05') order by code`,
        ),
      ).toEqual([
        { label: '事業完了後5年', years: 5, basis: 'event' },
        { label: '5年', years: 5, basis: 'closed' },
        { label: '永年', years: null, basis: 'closed' },
      ]);
    });
  });

  describe('forms', () => {
    it('a changed form becomes its next version; the old one stays; layout makes no version', async () => {
      await bringIn();
      town.replace('forms/trip.json', '"title": "用務地"', '"title": "行き先"');
      const { changes } = await bringIn();
      expect(changes.map(({ key, change }) => [key, change])).toEqual([['trip@2', 'changed']]);
      town.replace('forms/trip.json', '{\n', '{\n\n');
      expect((await bringIn()).changes).toEqual([]);
      const titles = await rows(
        sql`select version, schema->'properties'->'destination'->>'title' as title from documents.form where name = 'trip' order by version`,
      );
      expect(titles).toEqual([
        { version: 1, title: '用務地' },
        { version: 2, title: '行き先' },
      ]);
    });

    it('a faulty form is told once, where it is faulty, and not again by those that use it', async () => {
      town.replace('forms/contract.json', '"maximum": 99999999999', '"maximun": 99999999999');
      const { faults: found, messages } = await bringIn();
      expect(found).toEqual([expect.stringMatching(/^forms\/contract\.json:\d+:\d+ package\.bad-form$/)]);
      expect(found[0]).toContain(`:${town.lineOf('forms/contract.json', '      "maximun"')}:`);
      expect(messages[0]).toContain('maximun');
    });

    it('a form without a subject, and a name that no form can have', async () => {
      town.write('forms/空白.json', '{}').replace('forms/letter.json', '"subject": {', '"title": {');
      const found = (await faults()).join('\n');
      expect(found).toContain('forms/空白.json:0:0 package.bad-code');
      expect(found).toMatch(/forms\/letter\.json:\d+:\d+ package\.form-without-subject/);
    });
  });

  describe(SERIES, () => {
    it.each([
      [
        'a token that does not exist',
        '{eraYear}{symbol}収第{n}号',
        '{era}{symbol}収第{n}号',
        '2:4 package.bad-number-format',
      ],
      ['no serial', '{eraYear}{symbol}収第{n}号', '{eraYear}{symbol}収', '2:4 package.bad-number-format'],
      ['a unit that does not exist', 'S-RECEIPT,receipt,,', 'S-RECEIPT,receipt,S99,', '2:3 package.unknown-reference'],
      ['a year that does not exist', 'fiscal,1,1', 'lunar,1,1', '2:5 package.not-in-list'],
      [
        'no series that drafts could be numbered from',
        'S-DRAFT,draft',
        'S-DRAFT,dispatch',
        '0:0 package.no-draft-series',
      ],
    ])('%s', async (_, from, to, fault) => {
      town.replace(SERIES, from, to);
      expect(await faults()).toEqual([`${SERIES}:${fault}`]);
    });
  });

  describe(MATTERS, () => {
    it.each([
      ['a form that does not exist', ',contract,20-01-01', ',contarct,20-01-01', '4 package.unknown-reference'],
      ['a series that does not exist', '20-01-01,S-DISPATCH', '20-01-01,S-NONE', '6 package.unknown-reference'],
      ['a class that does not exist', '20-01-01,S-DISPATCH', '20-01-99,S-DISPATCH', '5 package.unknown-reference'],
      [
        'a class that cannot hold documents',
        '20-01-01,S-DISPATCH',
        '20-01,S-DISPATCH',
        '5 package.not-a-holding-class',
      ],
      [
        'what goes out, numbered from the drafts (RULE-70)',
        '20-01-01,S-DISPATCH',
        '20-01-01,S-DRAFT',
        '6 package.not-a-dispatch-series',
      ],
      [
        'a substance field that the form has not (RULE-33)',
        'amount;counterparty;term',
        'amount;counterparty;period',
        '9 package.unknown-field',
      ],
      ['an execution that does not exist', 'before,dispatch,amount;c', 'before,mail,amount;c', '8 package.not-in-list'],
    ])('%s', async (_, from, to, fault) => {
      town.replace(MATTERS, from, to);
      expect(await faults()).toEqual([`${MATTERS}:2:${fault}`]);
    });
  });

  describe(RULES, () => {
    const RULE = 'contract,10,,500001,3000000,70,,S22,部長専決';

    it.each([
      [
        'a matter type that does not exist',
        'contarct,10,,500001,3000000,70,,S22,部長専決',
        '1 package.unknown-reference',
      ],
      [
        'a condition that cannot be read',
        'contract,10,amount >,500001,3000000,70,,S22,部長専決',
        '3 package.bad-condition',
      ],
      [
        'a condition on a field that the form has not',
        'contract,10,payee == 1,500001,3000000,70,,S22,部長専決',
        '3 package.unknown-field',
      ],
      [
        'a choice that the form does not offer',
        'contract,10,"method == ""随契""",500001,3000000,70,,S22,部長専決',
        '3 package.never-holds',
      ],
      [
        'a number compared with a text',
        'contract,10,"""5"" < amount",500001,3000000,70,,S22,部長専決',
        '3 package.never-holds',
      ],
      ['bounds the wrong way round', 'contract,10,,3000000,500001,70,,S22,部長専決', '4 package.bounds-reversed'],
      [
        'an amount that another rule decides as well',
        'contract,10,,500000,3000000,70,,S22,部長専決',
        '4 package.rules-overlap',
      ],
      ['nobody who decides', 'contract,10,,500001,3000000,,,S22,部長専決', '6 package.required'],
      ['a rank that no head has', 'contract,10,,500001,3000000,101,,S22,部長専決', '6 package.no-such-rank'],
      [
        'a decider that does not exist',
        'contract,10,,500001,3000000,70,P-NONE,S22,部長専決',
        '7 package.unknown-reference',
      ],
      [
        'a concurring section that does not exist',
        'contract,10,,500001,3000000,70,,S22>S99,部長専決',
        '8 package.unknown-reference',
      ],
      [
        'a concurrence that cannot be read',
        'contract,10,,500001,3000000,70,,S22&S21,部長専決',
        '8 package.bad-concurrence',
      ],
    ])('%s', async (_, line, fault) => {
      town.replace(RULES, RULE, line);
      expect(await faults()).toEqual([`${RULES}:3:${fault}`]);
    });

    it('the same condition in other words is the same condition; another priority is another rule', async () => {
      town.append(
        RULES,
        'permit,10,"(disposition  != ""不許可"")",,,50,,,課長専決',
        'permit,11,"disposition != ""不許可""",,,50,,,課長専決',
      );
      const line = town.lineOf(RULES, 'permit,10,"(');
      expect(await faults()).toEqual([`${RULES}:${line}:4 package.rules-overlap`]);
    });

    it('amounts need a form that has an amount', async () => {
      town.replace(RULES, 'notice,10,,,,50', 'notice,10,,0,,50');
      expect(await faults()).toEqual([`${RULES}:${town.lineOf(RULES, 'notice')}:4 package.unknown-field`]);
    });

    it('a decider whose post has ended is a fault on the day of the import', async () => {
      town.replace(
        'posts.csv',
        'P-VICE,副町長,B01,90,false,2026-04-01,',
        'P-VICE,副町長,B01,90,false,2026-04-01,2026-05-31',
      );
      const found = (await faults()).filter((fault) => fault.startsWith(RULES));
      expect(found).toHaveLength(7);
      expect(new Set(found.map((fault) => fault.split(' ')[1]))).toEqual(new Set(['package.reference-not-in-force']));
    });

    it('a rule that names only a post decides at the rank of that post', async () => {
      town.replace(RULES, 'contract,10,,10000001,,100,P-MAYOR', 'contract,10,,10000001,,,P-MAYOR');
      expect(await faults()).toEqual([]);
      const found = await rows(
        sql`select decider_rank from approvals.delegation_rule where matter_type = 'contract' and decider_post_code = 'P-MAYOR'`,
      );
      expect(found).toEqual([{ decider_rank: 100 }]);
    });

    it('RULE-104 a changed table is a new set, and the old one stays as it was', async () => {
      await bringIn();
      town
        .replace(RULES, 'trip,10,,0,100000,50', 'trip,10,,0,150000,50')
        .replace(RULES, 'trip,10,,100001,', 'trip,10,,150001,');
      const { changes } = await bringIn();
      expect(changes.map(({ key, change, line }) => [key, change, line > 0])).toEqual([
        ['trip/10/0〜150000', 'added', true],
        ['trip/10/150001〜', 'added', true],
        ['trip/10/0〜100000', 'ended', false],
        ['trip/10/100001〜', 'ended', false],
      ]);
      expect(
        await rows(
          sql`select s.id, count(r) as rules from approvals.delegation_rule_set s join approvals.delegation_rule r on r.set_id = s.id group by s.id order by s.id`,
        ),
      ).toEqual([
        { id: 1, rules: 27 },
        { id: 2, rules: 27 },
      ]);
      expect(
        await rows(
          sql`select set_id, max_amount from approvals.delegation_rule where matter_type = 'trip' and min_amount = 0 order by set_id`,
        ),
      ).toEqual([
        { set_id: 1, max_amount: 100000 },
        { set_id: 2, max_amount: 150000 },
      ]);
    });

    it('a matter type that nobody decides is worth a note', async () => {
      town.replace(RULES, 'notice,10,,,,50,,,課長専決\n', '');
      expect((await bringIn()).notes).toEqual([expect.stringContaining('「notice」')]);
    });
  });

  describe(RETENTION, () => {
    it.each([
      ['years that were forgotten (RULE-90)', 'R05,5年,5,closed', 'R05,5年,,closed', '5:3 package.years-missing'],
      ['years of what has no end (RULE-80)', 'RPERM,永年,,', 'RPERM,永年,30,', '8:3 package.years-not-empty'],
      ['a basis that does not exist', 'R05,5年,5,closed', 'R05,5年,5,opened', '5:4 package.not-in-list'],
      [
        'under one year by the year of the file',
        'R00,1年未満,0,closed',
        'R00,1年未満,0,file_latest',
        '2:4 package.basis-does-not-fit',
      ],
      [
        'under one year for the archives',
        'R00,1年未満,0,closed,destroy',
        'R00,1年未満,0,closed,transfer',
        '2:5 package.disposition-does-not-fit',
      ],
    ])('%s', async (_, from, to, fault) => {
      town.replace(RETENTION, from, to);
      expect(await faults()).toEqual([`${RETENTION}:${fault}`]);
    });
  });

  describe(PLAN, () => {
    it.each([
      [
        'a parent that does not exist',
        '10-01-01,往復文書,3,10-01,',
        '10-01-01,往復文書,3,10-09,',
        '4:4 package.unknown-reference',
      ],
      ['a parent two levels up', '10-01-01,往復文書,3,10-01,', '10-01-01,往復文書,3,10,', '4:4 package.wrong-level'],
      ['no parent', '10-01-01,往復文書,3,10-01,', '10-01-01,往復文書,3,,', '4:4 package.wrong-level'],
      ['a parent above 大分類', '20,財務,1,,', '20,財務,1,10,', '13:4 package.wrong-level'],
      ['no retention', 'F005,R03,open,destroy\n10-01-02', 'F005,,open,destroy\n10-01-02', '4:6 package.required'],
      ['no disclosure class', 'F005,R03,open,destroy\n10-01-02', 'F005,R03,,destroy\n10-01-02', '4:7 package.required'],
      [
        'a retention that does not exist',
        'F005,R03,open,destroy\n10-01-02',
        'F005,R07,open,destroy\n10-01-02',
        '4:6 package.unknown-reference',
      ],
      [
        'a function that does not exist',
        'F005,R03,open,destroy\n10-01-02',
        'F999,R03,open,destroy\n10-01-02',
        '4:5 package.unknown-reference',
      ],
      ['a fourth level', '10-01-01,往復文書,3,', '10-01-01,往復文書,4,', '4:3 package.bad-number'],
    ])('%s', async (_, from, to, fault) => {
      town.replace(PLAN, from, to);
      expect(await faults()).toEqual([`${PLAN}:${fault}`]);
    });

    it('a loop is told once', async () => {
      town.append(PLAN, '80,輪の一,2,80-01,,,,', '80-01,輪の二,2,80,,,,');
      expect(await faults()).toEqual([`${PLAN}:${town.lineOf(PLAN, '80,')}:4 package.loop`]);
    });

    it('what holds documents stays of the third level', async () => {
      await bringIn();
      town.append(PLAN, '90,雑,1,,,,,').replace(PLAN, '40-01-02,研修,3,40-01,', '40-01-02,研修,2,90,');
      expect(await faults()).toEqual([`${PLAN}:${town.lineOf(PLAN, '40-01-02')}:3 package.level-changed`]);
    });
  });
});

/** What a cell holds is quoted, in whatever language it is. */
const withoutQuotes = (sentence: string): string => sentence.replace(/“[^”]*”/gu, '');
const JAPANESE = /[ぁ-んァ-ヶ一-龠]/u;

describe('the words of faults of definitions and of the filing plan', () => {
  it('PKG-5 are there in Japanese and in English', () => {
    expect(new Set(told.map(({ code }) => code)).size).toBeGreaterThan(20);
    expect(told.filter(({ message }) => !JAPANESE.test(message))).toEqual([]);
    expect(told.filter(({ english }) => !/[a-z]/u.test(english) || JAPANESE.test(withoutQuotes(english)))).toEqual([]);
  });

  it('PKG-5 so are those of notes', () => {
    expect(noted.length).toBeGreaterThan(0);
    expect(noted.filter(({ ja, en }) => !JAPANESE.test(ja) || JAPANESE.test(withoutQuotes(en)))).toEqual([]);
  });
});
