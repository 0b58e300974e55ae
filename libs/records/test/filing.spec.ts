import { Faults } from '@fubako/organisation';
import { sql } from '@fubako/platform/database';
import { RecordsUnderTest } from './support/records';

const said = (answers: Record<string, 'yes' | 'no' | 'shorten'>) =>
  new Map(
    Object.entries(answers).map(([code, word]) => [code, { retroactive: word !== 'no', shorten: word === 'shorten' }]),
  );

describe('filing decided documents', () => {
  let lib: RecordsUnderTest;
  beforeEach(async () => {
    lib = await RecordsUnderTest.start();
  });
  afterEach(() => lib.stop());

  const files = () =>
    lib.rows<{
      class_code: string;
      section_code: string;
      fiscal_year: number;
      documents: number;
      starts_on: string | null;
      expires_on: string | null;
    }>(sql`
      select f.class_code, f.section_code, f.fiscal_year, count(r) as documents, f.starts_on, f.expires_on
      from records.record_file f left join records.record r on r.file_id = f.id
      group by f.id order by f.fiscal_year, f.class_code, f.section_code`);

  it('FIL-1 a decision opens the file of its class, section and fiscal year and lies in it when it commits', async () => {
    const id = await lib.decideOne();
    expect(await lib.filingOf(id)).toEqual({
      fileId: expect.any(String),
      fileTitle: '契約',
      fiscalYear: 2026,
      fiscalYearLabel: '令和8年度',
      classCode: '20-01-01',
      className: '契約',
      unitName: '福祉課',
      retentionClass: 'R05',
      retentionLabel: '5年',
      endless: false,
      closedOn: null,
      provisional: true,
      startsOn: '2027-04-01',
      expiresOn: '2032-03-31',
      explanation: [
        { rule: 'RULE-81', text: expect.stringContaining('まだ完結していない') },
        { rule: 'RULE-81', text: '完結した日は令和8年10月3日(令和8年度)です。' },
        { rule: 'RULE-81', text: '翌年度の初日、令和9年4月1日から数えます。' },
        { rule: 'RULE-80', text: '保存期間「5年」(5年)のため、令和14年3月31日に満了します。' },
      ],
      holds: [],
      allowed: ['close'],
    });
  });

  it('FIL-1 the fiscal year is that of the Japanese day: one minute to midnight of 31 March, and midnight', async () => {
    lib.clock.set('2027-03-31T14:59:00Z');
    const before = await lib.filingOf(await lib.decideOne());
    lib.clock.set('2027-03-31T15:00:00Z');
    const after = await lib.filingOf(await lib.decideOne());
    expect([before.fiscalYear, before.expiresOn]).toEqual([2026, '2032-03-31']);
    expect([after.fiscalYear, after.expiresOn]).toEqual([2027, '2033-03-31']);
  });

  it('FIL-2 what follows goes into the same file; another section, class or year has its own', async () => {
    const finance = { code: 'S22', name: '財政課' };
    await lib.decide({}, {}, { section: finance }, { classCode: '20-01-02', matterType: 'spending' });
    await lib.decide({});
    lib.clock.set('2027-05-01T00:00:00Z');
    await lib.decide({});
    expect(
      (await files()).map((file) => [file.fiscal_year, file.class_code, file.section_code, file.documents]),
    ).toEqual([
      [2026, '20-01-01', 'S22', 1],
      [2026, '20-01-01', 'S31', 3],
      [2026, '20-01-02', 'S31', 1],
      [2027, '20-01-01', 'S31', 1],
    ]);
  });

  it('FIL-2 decisions of many people at once open every file once and lose no document', async () => {
    const classes = ['20-01-01', '10-01-01', '30-01-01', '50-01-01'];
    const rounds = Array.from({ length: 12 }, (_, round) =>
      classes.map((_class, index) => ({ classCode: classes[(index + round) % 4] ?? '' })),
    );
    await Promise.all(rounds.map((matters) => lib.decide(...matters)));
    expect((await files()).map((file) => [file.class_code, file.documents, file.expires_on])).toEqual([
      ['10-01-01', 12, '2030-03-31'],
      ['20-01-01', 12, '2032-03-31'],
      ['30-01-01', 12, '2037-03-31'],
      ['50-01-01', 12, '2037-03-31'],
    ]);
  });

  it('FIL-2 decision and filing are one: when the unit fails, nothing is filed and no file is opened', async () => {
    const failing = lib.uow.run(async () => {
      await lib.announce([await lib.insert()]);
      throw new Error('the decision fails after all');
    });
    await expect(failing).rejects.toThrow('after all');
    expect(await files()).toEqual([]);
  });

  it('FIL-3 what stays inside is complete with its decision, though still decided', async () => {
    const id = await lib.decideOne({ matterType: 'trip', classCode: '40-01-01', state: 'decided' });
    expect(await lib.filingOf(id)).toMatchObject({
      provisional: false,
      closedOn: '2026-10-03',
      expiresOn: '2030-03-31',
    });
    expect(await lib.rows(sql`select state, closed_on from documents.document`)).toEqual([
      { state: 'decided', closed_on: null },
    ]);
  });

  it('FIL-4 an event still uncertain leaves the record and its file without dates (RULE-82, RULE-90)', async () => {
    const id = await lib.decideOne({ matterType: 'subsidy', classCode: '20-02-01' });
    const filing = await lib.filingOf(id, 'en');
    expect(filing).toMatchObject({ startsOn: null, expiresOn: null, provisional: true, fiscalYearLabel: 'FY2026' });
    expect(filing.explanation).toEqual([{ rule: 'RULE-82', text: expect.stringContaining('not certain yet') }]);
    expect(await files()).toMatchObject([{ starts_on: null, expires_on: null }]);
  });

  it('FIL-4 永年 has a start and a review but no end', async () => {
    const filing = await lib.filingOf(await lib.decideOne({ matterType: 'regulation', classCode: '10-02-01' }));
    expect(filing).toMatchObject({ startsOn: '2027-04-01', expiresOn: null });
    expect(filing.explanation.at(-1)?.text).toContain('令和39年3月31日');
  });

  it('FIL-5 FIL-7 the documents of a file share its retention; a rule that is not retroactive holds from the next file on (RULE-83)', async () => {
    await lib.decide({});
    lib.town.replace('filing_plan.csv', '契約,3,20-01,F008,R05', '契約,3,20-01,F008,R10');
    const unsaid = await lib.import();
    expect(unsaid).toMatchObject({ faults: ['filing_plan.csv:15:6 package.retroactivity-unsaid'], changes: [] });
    expect(unsaid.messages[0]).toContain('--retroactive 20-01-01=yes');
    expect(unsaid.notes).toContain(
      '分類「20-01-01」(保存期間 5年 → 10年)に関わる簿冊: 1冊・文書1件(福祉課 1冊)。うち満了日が早まるもの 0冊、廃棄保留中 0冊、廃棄・移管の手続き中 0冊。',
    );
    expect(unsaid.notes).toContain('「20-01-01」 令和8年度 契約(福祉課): 満了 令和14年3月31日 → 令和19年3月31日');
    expect((await lib.importAndFollow(said({ '20-01-01': 'no' }))).faults).toEqual([]);
    const same = await lib.filingOf(await lib.decideOne());
    lib.clock.set('2027-04-02T00:00:00Z');
    const next = await lib.filingOf(await lib.decideOne());
    expect([same.retentionLabel, same.expiresOn]).toEqual(['5年', '2032-03-31']);
    expect([next.retentionLabel, next.expiresOn]).toEqual(['10年', '2038-03-31']);
  });

  describe('FIL-7 another period of a retention class, and the files that are there', () => {
    const seven = () => lib.town.replace('retention_classes.csv', 'R05,5年,5,closed', 'R05,7年,7,closed');
    const changes = () =>
      lib.rows<{ subject: string; facts: Record<string, unknown> }>(sql`
        select subject_kind as subject, convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry
        where kind = 'records.retention-changed' order by subject_kind`);

    it('where no file is kept by it nothing is asked', async () => {
      await lib.decide({ classCode: '10-01-01' });
      seven();
      expect((await lib.import()).faults).toEqual([]);
    });

    it('retroactive: files and documents get the new dates, with the reckoning and a trace', async () => {
      const id = await lib.decideOne();
      seven();
      expect((await lib.import()).faults).toEqual(['retention_classes.csv:5:3 package.retroactivity-unsaid']);
      expect((await lib.filingOf(id)).expiresOn).toBe('2032-03-31');
      expect((await lib.importAndFollow(said({ R05: 'yes' }))).faults).toEqual([]);
      const filing = await lib.filingOf(id);
      expect(filing).toMatchObject({ retentionLabel: '7年', expiresOn: '2034-03-31' });
      expect(filing.explanation.at(-1)?.text).toContain('「7年」');
      expect(await files()).toMatchObject([{ starts_on: '2027-04-01', expires_on: '2034-03-31' }]);
      expect(await changes()).toEqual([
        {
          subject: 'document',
          facts: {
            rules: ['R05'],
            retention: 'R05',
            file: filing.fileId,
            expiredBefore: '2032-03-31',
            startsOn: '2027-04-01',
            expiresOn: '2034-03-31',
          },
        },
        {
          subject: 'record-file',
          facts: {
            rules: ['R05'],
            retention: 'R05',
            expiredBefore: '2032-03-31',
            expiresOn: '2034-03-31',
            shortened: false,
          },
        },
      ]);
      expect((await lib.import()).changes).toEqual([]);
    });

    it('not retroactive: the file stays under the rule it was opened with, and so does what follows into it', async () => {
      const id = await lib.decideOne();
      seven();
      expect((await lib.importAndFollow(said({ R05: 'no' }))).faults).toEqual([]);
      lib.clock.set('2026-12-01T00:00:00Z');
      await lib.close(id);
      const later = await lib.filingOf(await lib.decideOne());
      lib.clock.set('2027-04-02T00:00:00Z');
      const next = await lib.filingOf(await lib.decideOne());
      expect(await lib.filingOf(id)).toMatchObject({ retentionLabel: '5年', expiresOn: '2032-03-31' });
      expect([later.retentionLabel, later.expiresOn]).toEqual(['5年', '2032-03-31']);
      expect([next.retentionLabel, next.expiresOn]).toEqual(['7年', '2035-03-31']);
      expect(await changes()).toEqual([]);
    });

    it('RET-8 a shorter period never shortens silently; only with consent', async () => {
      const id = await lib.decideOne();
      lib.town.replace('retention_classes.csv', 'R05,5年,5,closed', 'R05,3年,3,closed');
      const asked = await lib.import();
      expect(asked.messages[0]).toContain('--shorten R05');
      expect(asked.notes).toContain(
        '「R05」 令和8年度 契約(福祉課): 満了 令和14年3月31日 → 令和12年3月31日【早まります】',
      );
      await lib.importAndFollow(said({ R05: 'yes' }));
      const kept = await lib.filingOf(id);
      expect(kept).toMatchObject({ retentionLabel: '3年', expiresOn: '2032-03-31' });
      expect(kept.explanation.at(-1)).toMatchObject({ rule: 'RULE-83' });
      lib.town.replace('retention_classes.csv', 'R05,3年,3,closed', 'R05,1年,1,closed');
      await lib.importAndFollow(said({ R05: 'shorten' }));
      expect((await lib.filingOf(id)).expiresOn).toBe('2028-03-31');
      expect(await files()).toMatchObject([{ expires_on: '2028-03-31' }]);
    });

    it('what had no end gets none without consent, and stays under the old rule', async () => {
      const id = await lib.decideOne({ matterType: 'regulation', classCode: '10-02-01' });
      lib.town.replace('filing_plan.csv', 'F005,RPERM,open,transfer', 'F005,R30,open,transfer');
      await lib.importAndFollow(said({ '10-02-01': 'yes' }));
      expect(await lib.filingOf(id)).toMatchObject({ retentionLabel: '永年', expiresOn: null });
      lib.town.replace('filing_plan.csv', 'F005,R30,open,transfer', 'F005,RPERM,open,transfer');
      await lib.import();
      lib.town.replace('filing_plan.csv', 'F005,RPERM,open,transfer', 'F005,R30,open,transfer');
      await lib.importAndFollow(said({ '10-02-01': 'shorten' }));
      expect(await lib.filingOf(id)).toMatchObject({ retentionLabel: '30年', expiresOn: '2057-03-31' });
    });

    it('HOLD-2 what is held, or in a running disposal, stays as it is, and that is said', async () => {
      const [held, listed] = [
        await lib.decideOne(),
        await lib.decideOne({ classCode: '20-01-02', matterType: 'spending' }),
      ];
      const inBatch = (await lib.filingOf(listed)).fileId;
      await lib.uow.run(async () => {
        const at = await lib.uow.now();
        await lib.uow.change(sql`
          insert into records.hold (id, ground, reason, triggered_on, placed_at, placed_by, placed_by_name)
          values ('00000000-0000-7000-8000-00000000000a', 'lawsuit', '訴訟', '2026-10-01', ${at}, '1012', '文書主管課')`);
        await lib.uow.change(sql`
          insert into records.hold_target (hold_id, document_id) values ('00000000-0000-7000-8000-00000000000a', ${held})`);
        await lib.uow.change(sql`
          insert into records.disposal_batch (id, fiscal_year, section_code, section_name, no, listed_at)
          values ('00000000-0000-7000-8000-00000000000b', 2026, 'S31', '福祉課', 1, ${at})`);
        await lib.uow.change(sql`
          insert into records.disposal_item (id, batch_id, file_id, expires_on)
          values ('00000000-0000-7000-8000-00000000000c', '00000000-0000-7000-8000-00000000000b', ${inBatch}, '2032-03-31')`);
      });
      seven();
      const { notes } = await lib.importAndFollow(said({ R05: 'shorten' }));
      expect(notes.filter((note) => note.includes('変わりません'))).toHaveLength(2);
      expect(notes).toContainEqual(expect.stringContaining('廃棄保留中 1冊、廃棄・移管の手続き中 1冊'));
      for (const id of [held, listed])
        expect(await lib.filingOf(id)).toMatchObject({ retentionLabel: '5年', expiresOn: '2032-03-31' });
    });

    it('the register of the day before still says what was the rule then', async () => {
      await lib.decide({});
      const before = await lib.rows(sql`select retention_label, retention_years from records.file_history`);
      lib.clock.set('2026-10-04T01:00:00Z');
      seven();
      await lib.importAndFollow(said({ R05: 'yes' }));
      expect(before).toEqual([{ retention_label: '5年', retention_years: 5 }]);
      expect(await lib.rows(sql`select retention_label, expires_on from records.file_history order by since`)).toEqual([
        { retention_label: '5年', expires_on: '2032-03-31' },
        { retention_label: '7年', expires_on: '2034-03-31' },
      ]);
    });
  });

  it('RET-7 a class below one with a statutory period is never kept shorter than the law demands (RULE-84)', async () => {
    const text = lib.town.files().text('filing_plan.csv', new Faults()) ?? '';
    const lines = text.trimEnd().split('\n');
    const widened = lines.map((line, at) => {
      if (at === 0) return `${line},statutory_years,statutory_law`;
      return line.startsWith('20,') ? `${line},7,地方自治法第236条` : `${line},,`;
    });
    lib.town.write('filing_plan.csv', widened.join('\n'));
    expect((await lib.import()).faults).toEqual([]);
    const filing = await lib.filingOf(await lib.decideOne());
    expect(filing.expiresOn).toBe('2034-03-31');
    expect(filing.explanation.at(-1)).toEqual({
      rule: 'RULE-84',
      text: '地方自治法第236条により7年を下回れないため、令和16年3月31日まで保存します。',
    });
    lib.town.replace('filing_plan.csv', ',7,地方自治法第236条', ',10,地方自治法第236条');
    const asked = await lib.import();
    expect(asked.faults).toEqual(['filing_plan.csv:15:9 package.retroactivity-unsaid']);
    expect(asked.notes[0]).toContain('分類「20-01-01」(法定の保存期間 10年(地方自治法第236条))');
    await lib.importAndFollow(said({ '20-01-01': 'yes' }));
    expect((await lib.filingOf(await lib.decideOne())).expiresOn).toBe('2037-03-31');
    expect(await files()).toMatchObject([{ documents: 2, expires_on: '2037-03-31' }]);
    lib.town.replace('filing_plan.csv', '30,行政処分,1,,,,,,,', '30,行政処分,1,,,,,,10,');
    expect((await lib.import()).faults).toEqual([expect.stringContaining('package.required')]);
  });

  it('FIL-6 the ledger keeps which file was opened and where each document went', async () => {
    const id = await lib.decideOne();
    const { fileId } = await lib.filingOf(id);
    const entries = await lib.rows<{ kind: string; actor: string; facts: object }>(sql`
      select subject_id, kind, actor, convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry where kind like 'records.%' order by kind`);
    expect(entries).toEqual([
      {
        subject_id: fileId,
        kind: 'records.file-opened',
        actor: 'system:filing',
        facts: { class: '20-01-01', section: 'S31', fiscalYear: 2026, retention: 'R05' },
      },
      {
        subject_id: id,
        kind: 'records.filed',
        actor: '1006',
        facts: { file: fileId, retention: 'R05', provisional: true, startsOn: '2027-04-01', expiresOn: '2032-03-31' },
      },
    ]);
  });

  it('answers the port of documents: classes that hold documents, and when a document expires', async () => {
    const id = await lib.decideOne();
    const [classes, expiry, none] = await lib.uow.read(async () => [
      await lib.classes.find(['20-01-01', '20-01', 'nothing']),
      await lib.classes.expiryOf(id),
      await lib.classes.expiryOf('00000000-0000-7000-8000-000000000000'),
    ]);
    expect([...classes.keys()]).toEqual(['20-01-01']);
    expect(classes.get('20-01-01')).toMatchObject({ name: '契約', retentionLabel: '5年', disclosureClass: 'open' });
    expect([expiry, none]).toEqual(['2032-03-31', null]);
  });
});
