import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { ListAttention } from '../src/app/keeping/list-attention';
import { ListDueFiles } from '../src/app/keeping/list-due-files';
import { PrintDueFiles } from '../src/app/keeping/print-due-files';
import { ReadOverview } from '../src/app/keeping/read-overview';
import { SetEvent } from '../src/app/keeping/set-event';
import { ListFindings } from '../src/app/keeping/list-findings';
import { SweepRecords } from '../src/app/keeping/sweep-records';
import { SweepRows } from '../src/data/keeping/sweep-rows';
import { ATTENTION_KINDS } from '../src/data/keeping/attention-rows';
import { keepingHands } from './support/keeping-hands';
import { PEOPLE, RecordsUnderTest } from './support/records';

const day = localDate;

describe('the desk of the records office', () => {
  let lib: RecordsUnderTest;

  beforeEach(async () => {
    lib = await RecordsUnderTest.start();
  });
  afterEach(() => lib.stop());

  const { officer, fileOf, closed, hold } = keepingHands(() => lib);

  it('DUE-1 lists what expires in a fiscal year or has expired, page by page, held or not', async () => {
    const { file } = await closed();
    await closed({ classCode: '10-01-01', matterType: 'notice' });
    await closed({ section: { code: 'S22', name: '財政課' } });
    const list = async (query: object) =>
      (await lib.get(ListDueFiles).run({ limit: 50, ...query }, await officer(), 'ja')).items;
    expect(await list({})).toEqual([]);
    expect((await list({ fiscalYear: 2031 })).map(({ unitName }) => unitName)).toEqual(['財政課', '福祉課']);
    expect(await list({ fiscalYear: 2031, unit: 'S31' })).toHaveLength(1);
    await hold({ fileIds: [file] });
    expect(await list({ fiscalYear: 2031, held: false })).toHaveLength(1);
    lib.clock.set('2032-04-01T01:00:00Z');
    expect(await list({ expired: true })).toHaveLength(3);
    expect((await list({ expired: true, held: true })).map(({ id }) => id)).toEqual([file]);
    const first = await lib.get(ListDueFiles).run({ expired: true, limit: 2 }, await officer(), 'ja');
    const cursor = first.nextCursor ?? '';
    const rest = await lib.get(ListDueFiles).run({ expired: true, limit: 2, cursor }, await officer(), 'ja');
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
    const overview = await lib.get(ReadOverview).run(await officer());
    expect(overview).toMatchObject({ expired: 3, due: 0, held: 1, unknownExpiry: 0 });
  });

  it('DUE-2 every figure of the overview counts the list behind it', async () => {
    const { file } = await closed();
    await closed({ classCode: '20-02-01', matterType: 'subsidy' });
    const permanent = await closed({ classCode: '10-02-01', matterType: 'notice' });
    await hold({ fileIds: [file] });
    await lib.uow.run(() =>
      lib.uow.change(sql`update records.record_file set review_on = '2026-10-03' where id = ${permanent.file}`),
    );
    await lib.uow.run(() =>
      lib.uow.change(sql`insert into records.finding (file_id, kind, found_on, seen_on)
        values (${file}, 'mixed_years', '2026-10-02', '2026-10-02')`),
    );
    const overview = await lib.get(ReadOverview).run(await officer());
    expect(overview).toMatchObject({ unknownExpiry: 1, openEvents: 1, held: 1, reviewsDue: 1 });
    expect(overview.findings).toEqual([{ kind: 'mixed_years', count: 1 }]);
    const counts = { unknown_expiry: 1, open_event: 1, held: 1, review_due: 1, mixed_years: 1, mixed_retention: 0 };
    for (const kind of ATTENTION_KINDS) {
      const first = await lib.get(ListAttention).run({ kind, limit: 50 }, await officer(), 'ja');
      expect([kind, first.items.length]).toEqual([kind, counts[kind]]);
    }
    const held = await lib.get(ListAttention).run({ kind: 'held', limit: 50 }, await officer(), 'ja');
    expect(held.items).toEqual([
      expect.objectContaining({ id: file, hold: expect.objectContaining({ reason: '開示請求の対象' }) }),
    ]);
    const strangers = await lib
      .get(ListAttention)
      .run({ kind: 'held', limit: 50 }, await lib.actor(PEOPLE.otherHead), 'ja');
    expect(strangers.items).toEqual([]);
    expect(await lib.get(ReadOverview).run(await lib.actor(PEOPLE.otherHead))).toMatchObject({
      held: 0,
      askedHolds: 0,
    });
  });

  it('DUE-3 the due list is saved and printed by section, with holds and the dates of an extension', async () => {
    const { document, file } = await closed();
    await closed({ section: { code: 'S22', name: '財政課' } });
    await hold({ documentIds: [document] });
    const csv = await lib.get(PrintDueFiles).csv({ fiscalYear: 2031 }, await officer());
    expect(csv.split('\r\n').map((line) => line.split(',')[0]?.replace('\uFEFF', ''))).toEqual([
      '所管',
      '財政課',
      '福祉課',
      '',
    ]);
    expect(csv).toContain('開示請求(開示第12号)のため終わりの日が決まるまで保留されています');
    // Volumes of one name are told apart, and stand in their order.
    await lib.uow.run(() =>
      lib.uow.change(sql`
        insert into records.record_file (id, class_code, section_code, section_name, fiscal_year, volume, title, retention_class,
          disclosure_class, disposition, opened_at, state, starts_on, expires_on)
        select gen_random_uuid(), class_code, section_code, section_name, fiscal_year, n, title, retention_class, disclosure_class,
          disposition, opened_at, state, starts_on, expires_on
        from records.record_file, unnest(array[11, 3, 2]) n where id = ${file}`),
    );
    const volumes = (text: string) => text.split('\r\n').flatMap((line) => line.split(',')[4] ?? []);
    expect(volumes(await lib.get(PrintDueFiles).csv({ fiscalYear: 2031, unit: 'S31' }, await officer()))).toEqual([
      '冊',
      '1',
      '2',
      '3',
      '11',
    ]);
    const sheet = await lib.get(PrintDueFiles).sheet({ fiscalYear: 2031 }, await officer());
    expect(sheet).toMatchObject({ title: '令和13年度 満了簿冊一覧', foot: expect.stringContaining('印刷') });
    const due = await lib
      .get(ListDueFiles)
      .run({ fiscalYear: 2031, unit: 'S31', extendYears: 3, limit: 50 }, await officer(), 'ja');
    expect(due.items).toContainEqual(
      expect.objectContaining({ id: file, volume: 1, expiresOn: '2032-03-31', extendedTo: '2035-03-31' }),
    );
    expect(due.items.map(({ volume }) => volume).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 11]);
    const chosen = await lib.get(ListDueFiles).run({ fileIds: [file], limit: 50 }, await officer(), 'ja');
    expect(chosen.items.map(({ id }) => id)).toEqual([file]);
  });

  it('SWEEP-1 finds files without an expiry, of mixed years and of mixed retention, and forgets what was mended', async () => {
    const subsidy = await closed({ classCode: '20-02-01', matterType: 'subsidy' });
    const { document, file } = await closed();
    await lib.uow.run(() =>
      lib.uow.change(sql`
        update records.record set retention_class = 'R10', decided_on = '2025-03-01' where document_id = ${document}`),
    );
    const other = await lib.decideOne();
    expect(await lib.get(SweepRecords).run()).toEqual({
      fresh: 3,
      open: 3,
      first: { id: expect.any(String), title: expect.any(String) },
    });
    const found = await lib.rows<{ kind: string; file_id: string }>(
      sql`select kind, file_id from records.finding order by kind`,
    );
    expect(found).toEqual([
      { kind: 'mixed_retention', file_id: file },
      { kind: 'mixed_years', file_id: file },
      { kind: 'unknown_expiry', file_id: subsidy.file },
    ]);
    expect(await fileOf(other)).toBe(file);
    await lib
      .get(SetEvent)
      .run({ documentId: subsidy.document, eventOn: day('2027-03-31'), reason: null }, await officer());
    lib.clock.set('2026-10-04T01:00:00Z');
    expect(await lib.get(SweepRecords).run()).toEqual({ fresh: 0, open: 2, first: null });
  });

  it('SWEEP-1 finds in a large archive, span after span of its files, what it finds at once', async () => {
    const files = [await closed(), await closed({ classCode: '20-02-01', matterType: 'subsidy' })].map(
      ({ file }) => file,
    );
    await lib.uow.run(() => lib.uow.change(sql`update records.record set retention_class = 'R10'`));
    const inSpans = (filesAtOnce: number) =>
      lib.uow.run(() => lib.get(SweepRows).sweep(day('2026-10-04'), filesAtOnce));
    const first = { id: expect.any(String), title: expect.any(String) };
    const found = await inSpans(1);
    expect(found).toEqual({ fresh: found.open, open: expect.any(Number), first });
    const named = await lib.rows<{ id: string; file: string }>(
      sql`select id, file_id as file from records.finding order by file_id, id`,
    );
    expect(new Set(named.map(({ file }) => file))).toEqual(new Set(files));
    expect(found.first?.id).toBe(named[0]?.id);
    for (const filesAtOnce of [1, 2, 3, 50_000])
      expect(await inSpans(filesAtOnce)).toEqual({ fresh: 0, open: found.open, first: null });
  });

  it('SWEEP-2 findings stay: first and last seen, settled, found again as another one; in words and as CSV', async () => {
    const { document, file } = await closed();
    const mixed = (code: string) =>
      lib.uow.run(() =>
        lib.uow.change(sql`update records.record set retention_class = ${code} where document_id = ${document}`),
      );
    const night = (iso: string) => {
      lib.clock.set(iso);
      return lib.get(SweepRecords).run();
    };
    const listed = async (state: 'open' | 'settled' | 'all', who: string = PEOPLE.officer) =>
      (await lib.get(ListFindings).run({ state, limit: 50 }, await lib.actor(who), 'ja')).items;
    await mixed('R10');
    await night('2026-10-03T17:00:00Z');
    await night('2026-10-04T17:00:00Z');
    expect(await listed('open')).toEqual([
      expect.objectContaining({
        kind: 'mixed_retention',
        fileId: file,
        foundOn: '2026-10-04',
        seenOn: '2026-10-05',
        settledOn: null,
        text: expect.stringContaining('保存期間の違う文書'),
      }),
    ]);
    await mixed('R05');
    expect(await night('2026-10-05T17:00:00Z')).toMatchObject({ fresh: 0, open: 0 });
    expect(await listed('open')).toEqual([]);
    await mixed('R10');
    expect(await night('2026-10-06T17:00:00Z')).toMatchObject({ fresh: 1, open: 1, first: { title: '契約' } });
    expect((await listed('all')).map(({ foundOn, seenOn, settledOn }) => [foundOn, seenOn, settledOn])).toEqual([
      ['2026-10-07', '2026-10-07', null],
      ['2026-10-04', '2026-10-05', '2026-10-06'],
    ]);
    expect(await listed('all', PEOPLE.otherHead)).toEqual([]);
    const csv = await lib.get(ListFindings).csv({ state: 'all' }, await lib.actor(PEOPLE.officer));
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain('福祉課,20-01-01,契約,2026,1,2032-03-31,');
  });

  it('SWEEP-2 pages of findings neither repeat nor leave out', async () => {
    for (const classCode of ['20-01-01', '20-01-02', '10-01-01'])
      await closed({ classCode, ...(classCode === '20-01-02' ? { matterType: 'spending' } : {}) });
    await lib.uow.run(() => lib.uow.change(sql`update records.record set retention_class = 'R30'`));
    await lib.get(SweepRecords).run();
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: { cursor?: string } = cursor === '' ? {} : { cursor };
      const page: { items: readonly { id: string }[]; nextCursor: string | null } = await lib
        .get(ListFindings)
        .run({ limit: 2, ...more }, await lib.actor(PEOPLE.officer), 'en');
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
  });
});
