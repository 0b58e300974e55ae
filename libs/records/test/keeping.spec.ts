import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { ChangeHold } from '../src/app/holds/change-hold';
import { PlaceHold } from '../src/app/holds/place-hold';
import { ReadHolds } from '../src/app/holds/read-holds';
import { ReleaseHold } from '../src/app/holds/release-hold';
import { ChangeRetention } from '../src/app/keeping/change-retention';
import { AskForExtension } from '../src/app/keeping/ask-for-extension';
import { ExtendFiles } from '../src/app/keeping/extend-files';
import { ListAttention } from '../src/app/keeping/list-attention';
import { ListDueFiles } from '../src/app/keeping/list-due-files';
import { PrintDueFiles } from '../src/app/keeping/print-due-files';
import { ReadExtensions } from '../src/app/keeping/read-extensions';
import { ReadFile } from '../src/app/keeping/read-file';
import { ReadOverview } from '../src/app/keeping/read-overview';
import { type RefileRequest, RefileDocument } from '../src/app/keeping/refile-document';
import { SetEvent } from '../src/app/keeping/set-event';
import { ListFindings } from '../src/app/keeping/list-findings';
import { SplitFile } from '../src/app/keeping/split-file';
import { SweepRecords } from '../src/app/keeping/sweep-records';
import { ATTENTION_KINDS } from '../src/data/keeping/attention-rows';
import { PEOPLE, RecordsUnderTest } from './support/records';

const day = localDate;

describe('keeping records', () => {
  let lib: RecordsUnderTest;

  beforeEach(async () => {
    lib = await RecordsUnderTest.start();
  });
  afterEach(() => lib.stop());

  const officer = () => lib.actor(PEOPLE.officer);
  const fileOf = async (documentId: string): Promise<string> =>
    (await lib.filing.run(documentId, await officer(), 'ja')).fileId;
  const closed = async (matter: object = {}): Promise<{ document: string; file: string }> => {
    const document = await lib.decideOne(matter);
    await lib.close(document);
    return { document, file: await fileOf(document) };
  };
  const expiryOf = async (documentId: string) => (await lib.filing.run(documentId, await officer(), 'ja')).expiresOn;
  const hold = async (
    subjects: { fileIds?: string[]; documentIds?: string[] },
    terms: object = {},
    who: string = PEOPLE.officer,
  ): Promise<string> =>
    lib.get(PlaceHold).run(
      {
        ground: 'disclosure_request',
        caseNo: '開示第12号',
        reason: '開示請求の対象',
        triggeredOn: day('2026-10-01'),
        decidedOn: null,
        fileIds: [],
        documentIds: [],
        ...subjects,
        ...terms,
      },
      await lib.actor(who),
    );
  const refile = async (documentId: string, request: Partial<RefileRequest>, who: string = PEOPLE.officer) =>
    lib
      .get(RefileDocument)
      .run({ documentId, reason: '分類の誤り', shorten: false, carryHolds: false, ...request }, await lib.actor(who));
  const refusedByHold = () =>
    lib.rows<{ subject_id: string; facts: { attempt: string; holds: string[] } }>(sql`
      select subject_id, convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry
      where kind = 'records.refused-by-hold' order by id`);
  const extend = async (fileIds: string[], years: number, who: string = PEOPLE.officer): Promise<string> => {
    const id = await lib
      .get(AskForExtension)
      .run({ fileIds, years, reason: '継続して参照するため' }, await lib.actor(who));
    await lib.get(ExtendFiles).run(id);
    return id;
  };

  describe('holds', () => {
    it('HOLD-1 the records office places one on files and documents, and everybody concerned reads it', async () => {
      const { document, file } = await closed();
      const id = await hold({ fileIds: [file], documentIds: [document] });
      const read = await lib.get(ReadHolds).one(id, await officer(), 'ja');
      expect(read).toMatchObject({ groundLabel: '開示請求', endsOn: null, inForce: true, isConfirmed: true });
      expect(read.targets).toHaveLength(2);
      const detail = await lib.get(ReadFile).run(file, await officer(), 'ja');
      expect(detail.holds).toEqual([
        expect.objectContaining({ id, text: '開示請求(開示第12号)のため終わりの日が決まるまで保留されています' }),
      ]);
      expect(detail.acts.find(({ act }) => act === 'dispose')).toEqual({
        act: 'dispose',
        allowed: false,
        reason: '開示請求(開示第12号)のため終わりの日が決まるまで保留されています。',
      });
    });

    it('HOLD-6 a section head asks for one on what the section keeps: in force at once, answered by the records office', async () => {
      const { file } = await closed();
      const id = await hold({ fileIds: [file] }, {}, PEOPLE.head);
      const asked = await lib.get(ReadHolds).list({ state: 'asked', limit: 10 }, await officer(), 'ja');
      expect(asked.items).toEqual([expect.objectContaining({ id, inForce: true, isConfirmed: false })]);
      expect((await lib.get(ReadOverview).run(await officer())).askedHolds).toBe(1);
      await lib.get(ReleaseHold).confirm(id, await officer());
      expect((await lib.get(ReadHolds).one(id, await officer(), 'ja')).isConfirmed).toBe(true);
      await expect(hold({ fileIds: [file] }, {}, PEOPLE.otherHead)).rejects.toThrow('records.not-yours-to-hold');
      await expect(hold({ fileIds: [file] }, {}, PEOPLE.drafter)).rejects.toThrow('records.not-yours-to-hold');
      const release = lib.get(ReleaseHold).run(id, '取下げ', await lib.actor(PEOPLE.head));
      await expect(release).rejects.toThrow('records.not-yours-to-hold');
    });

    it('HOLD-3 the day of the decision sets the last day; a lawsuit ends by release alone', async () => {
      const { file } = await closed();
      const [request, lawsuit] = [
        await hold({ fileIds: [file] }),
        await hold({ fileIds: [file] }, { ground: 'lawsuit' }),
      ];
      lib.clock.set('2032-02-10T01:00:00Z');
      for (const id of [request, lawsuit])
        await lib.get(ChangeHold).run(id, { change: { decidedOn: day('2032-02-10') }, note: '決定' }, await officer());
      expect((await lib.get(ReadHolds).one(request, await officer(), 'ja')).endsOn).toBe('2033-02-10');
      expect((await lib.get(ReadHolds).one(lawsuit, await officer(), 'ja')).endsOn).toBeNull();
      await lib.get(ReleaseHold).run(lawsuit, '判決が確定した', await officer());
      const again = lib.get(ReleaseHold).run(lawsuit, '判決が確定した', await officer());
      await expect(again).rejects.toThrow('records.hold-released');
      lib.clock.set('2033-02-11T01:00:00Z');
      expect((await lib.get(ReadFile).run(file, await officer(), 'ja')).holds).toEqual([]);
    });

    it('HOLD-7 shows what became of it, and is found by ground, case number and name', async () => {
      const { file } = await closed();
      const id = await hold({ fileIds: [file] });
      await lib.get(ChangeHold).run(id, { change: { caseNo: '開示第13号' }, note: '番号の誤り' }, await officer());
      await lib.get(ReleaseHold).run(id, '取下げ', await officer());
      const { history, targets } = await lib.get(ReadHolds).one(id, await officer(), 'ja');
      expect(history.map(({ kind, note }) => [kind, note])).toEqual([
        ['placed', null],
        ['changed', '番号の誤り'],
        ['released', '取下げ'],
      ]);
      expect(new Set(history.map(({ byName }) => byName))).toEqual(new Set([(await officer()).name]));
      expect(targets).toHaveLength(1);
      const find = async (query: object) =>
        (await lib.get(ReadHolds).list({ state: 'ended', limit: 10, ...query }, await officer(), 'ja')).items.length;
      expect(await find({ ground: 'lawsuit' })).toBe(0);
      expect(await find({ ground: 'disclosure_request', words: '第13号' })).toBe(1);
      expect(await find({ words: '第12号' })).toBe(0);
    });

    it('HOLD-5 days in the future or in the wrong order are refused', async () => {
      const { file } = await closed();
      await expect(hold({ fileIds: [file] }, { triggeredOn: day('2026-10-04') })).rejects.toThrow('records.hold-days');
      await expect(hold({ fileIds: [file] }, { decidedOn: day('2026-09-30') })).rejects.toThrow('records.hold-days');
      await expect(hold({})).rejects.toThrow('records.unknown-targets');
    });
  });

  describe('refiling', () => {
    it('KEEP-3 the dates follow the new class and never become earlier by themselves', async () => {
      const { document, file } = await closed();
      await refile(document, { classCode: '10-01-01' });
      expect(await fileOf(document)).not.toBe(file);
      const filing = await lib.filing.run(document, await officer(), 'ja');
      expect(filing).toMatchObject({ className: '往復文書', retentionLabel: '3年', expiresOn: '2032-03-31' });
      expect(filing.explanation.at(-1)).toEqual({
        rule: 'RULE-83',
        text: '以前の保存期間を短くしないため、令和14年3月31日まで保存します。',
      });
      await refile(document, { classCode: '50-01-01' });
      expect(await expiryOf(document)).toBe('2037-03-31');
    });

    it('KEEP-3 shortening is meant and done by the records office; 永年 is not given up by a clerk', async () => {
      const { document } = await closed({ classCode: '10-02-01', matterType: 'notice' });
      await expect(refile(document, { classCode: '10-01-01' })).rejects.toThrow('records.would-shorten');
      await expect(refile(document, { classCode: '10-01-01', shorten: true }, PEOPLE.head)).rejects.toThrow(
        'records.would-shorten',
      );
      await refile(document, { classCode: '10-01-01', shorten: true });
      expect(await expiryOf(document)).toBe('2030-03-31');
      await expect(refile(document, { classCode: '10-01-01' })).rejects.toThrow('records.same-file');
      await expect(refile(document, { classCode: '10-01' })).rejects.toThrow('records.unknown-class');
      await expect(refile(document, { classCode: '10-01-02' }, PEOPLE.drafter)).rejects.toThrow(
        'records.not-yours-to-keep',
      );
    });

    it('HOLD-2 what is held stays, the attempt is kept in the ledger; the records office carries the holds along', async () => {
      const { document, file } = await closed();
      const id = await hold({ fileIds: [file] });
      await expect(refile(document, { classCode: '10-01-01' })).rejects.toThrow('records.held');
      await expect(refile(document, { classCode: '10-01-01', shorten: true, carryHolds: true })).rejects.toThrow(
        'records.held',
      );
      await expect(refile(document, { classCode: '10-01-01', carryHolds: true }, PEOPLE.head)).rejects.toThrow(
        'records.held',
      );
      expect(await refusedByHold()).toEqual(
        [1, 2, 3].map(() => ({ subject_id: document, facts: { attempt: 'refile', holds: [id] } })),
      );
      await refile(document, { classCode: '10-01-01', carryHolds: true });
      const contents = await lib.get(ReadFile).contents(await fileOf(document), { limit: 10 }, await officer());
      expect(contents.items).toEqual([
        expect.objectContaining({ id: document, isHeld: true, expiresOn: '2032-03-31' }),
      ]);
    });
  });

  describe('splitting', () => {
    const split = async (fileId: string, documentIds: string[], given: object = {}, who: string = PEOPLE.officer) => {
      const request = {
        fileId,
        documentIds,
        title: null,
        reason: '訴訟の分を別に保存する',
        carryHolds: false,
        ...given,
      };
      return lib.get(SplitFile).run(request, await lib.actor(who));
    };

    it('KEEP-7 some documents become a volume with the terms of the file, which takes no others; both and all keep the trace', async () => {
      const [one, two] = await lib.decide({}, {});
      const file = await fileOf(one as string);
      await lib.close(one as string);
      const to = await split(file, [two as string], { title: '契約(係争分)' }, PEOPLE.clerk);
      const detail = await lib.get(ReadFile).run(to, await officer(), 'ja');
      expect(detail).toMatchObject({
        title: '契約(係争分)',
        volume: 2,
        state: 'closed',
        documentCount: 1,
        retentionClass: 'R05',
      });
      expect(await fileOf(two as string)).toBe(to);
      expect(await fileOf(await lib.decideOne())).toBe(file);
      const trace = await lib.rows<{ kind: string; id: string }>(sql`
        select kind, subject_id as id from ledger.entry where kind in ('records.file-split', 'records.file-split-off', 'records.moved-to-volume')
          and convert_from(canonical, 'UTF8')::jsonb -> 'facts' ->> 'reason' = '訴訟の分を別に保存する' order by kind`);
      expect(trace).toEqual([
        { kind: 'records.file-split', id: file },
        { kind: 'records.file-split-off', id: to },
        { kind: 'records.moved-to-volume', id: two },
      ]);
    });

    it('KEEP-7 never all of them, never those of another file, never by a stranger', async () => {
      const [one, two] = (await lib.decide({}, {})) as [string, string];
      const other = await lib.decideOne({ classCode: '10-01-01' });
      const file = await fileOf(one);
      for (const documentIds of [[one, two], [other], [one, one, two]])
        await expect(split(file, documentIds)).rejects.toThrow('records.not-some');
      await expect(split(file, [one], {}, PEOPLE.otherHead)).rejects.toThrow('records.not-yours-to-keep');
    });

    it('HOLD-2 what is held is split off by the records office alone, and its holds go along', async () => {
      const [one, two] = (await lib.decide({}, {})) as [string, string];
      const file = await fileOf(one);
      const id = await hold({ fileIds: [file] });
      await expect(split(file, [one])).rejects.toThrow('records.held');
      await expect(split(file, [one], { carryHolds: true }, PEOPLE.head)).rejects.toThrow('records.held');
      expect(await refusedByHold()).toEqual(
        [1, 2].map(() => ({ subject_id: one, facts: { attempt: 'split', holds: [id] } })),
      );
      const to = await split(file, [one], { carryHolds: true });
      for (const held of [file, to])
        expect((await lib.get(ReadFile).run(held, await officer(), 'ja')).holds).toHaveLength(1);
      expect(await fileOf(two)).toBe(file);
    });

    it('KEEP-7 a volume keeps the terms under which its file was pinned when the rule changed', async () => {
      const [one, two] = (await lib.decide({}, {})) as [string, string];
      const file = await fileOf(one);
      await lib.uow.run(async () => {
        await lib.uow.change(
          sql`update records.record_file set kept_basis = 'closed', kept_years = 7, kept_label = '7年' where id = ${file}`,
        );
      });
      expect(await lib.get(ReadFile).run(await split(file, [two]), await officer(), 'ja')).toMatchObject({
        retentionLabel: '7年',
        years: 7,
      });
    });
  });

  describe('retention of a file', () => {
    const change = async (fileId: string, retentionClass: string, shorten = false, who: string = PEOPLE.officer) =>
      lib.get(ChangeRetention).run({ fileId, retentionClass, reason: '基準の見直し', shorten }, await lib.actor(who));

    it('KEEP-2 becomes longer at once; shorter only when meant, and then for everything in it', async () => {
      const { document, file } = await closed();
      await change(file, 'R10');
      expect(await expiryOf(document)).toBe('2037-03-31');
      await change(file, 'R03');
      expect(await expiryOf(document)).toBe('2037-03-31');
      await change(file, 'R03', true);
      expect(await expiryOf(document)).toBe('2030-03-31');
      await expect(change(file, 'R10', false, PEOPLE.head)).rejects.toThrow('records.not-yours-to-keep');
      await expect(change(file, 'R77')).rejects.toThrow('records.unknown-class');
    });

    it('HOLD-2 a retention edit never shortens what is held, not even for the records office', async () => {
      const { document, file } = await closed();
      const other = await lib.decideOne();
      const id = await hold({ documentIds: [document] });
      await expect(change(file, 'R03', true)).rejects.toThrow('records.held');
      await expect(change(file, 'R03')).rejects.toThrow('records.held');
      expect(await expiryOf(document)).toBe('2032-03-31');
      expect(await expiryOf(other)).toBe('2032-03-31');
      expect((await refusedByHold()).map(({ facts }) => facts)).toEqual([
        { attempt: 'change-retention', holds: [id] },
        { attempt: 'change-retention', holds: [id] },
      ]);
      await change(file, 'R10', true);
      expect(await expiryOf(document)).toBe('2037-03-31');
    });
  });

  describe('event days', () => {
    const set = async (documentId: string, eventOn: string | null, reason: string | null = null, seenExpiry?: string) =>
      lib.get(SetEvent).run(
        {
          documentId,
          eventOn: eventOn === null ? null : day(eventOn),
          reason,
          ...(seenExpiry === undefined ? {} : { seenExpiry: day(seenExpiry) }),
        },
        await officer(),
      );

    it('KEEP-1 S15 a project end one day later moves the expiry by a year, is shown first, and needs a reason', async () => {
      const { document } = await closed({ classCode: '20-02-01', matterType: 'subsidy' });
      expect(await expiryOf(document)).toBeNull();
      await set(document, '2027-03-31');
      expect(await expiryOf(document)).toBe('2032-03-31');
      const [shown] = await lib.get(SetEvent).preview({ documentId: document }, day('2027-04-01'), await officer());
      expect(shown).toMatchObject({
        isShorter: false,
        row: { expiresOn: '2032-03-31' },
        after: { expiresOn: '2033-03-31' },
      });
      await expect(set(document, '2027-04-01')).rejects.toThrow('records.reason-needed');
      await expect(set(document, '2027-04-01', '事業の完了が延びた', '2032-03-31')).rejects.toThrow(
        'records.dates-moved',
      );
      await set(document, '2027-04-01', '事業の完了が延びた', '2033-03-31');
      expect(await expiryOf(document)).toBe('2033-03-31');
      expect((await lib.get(ReadFile).run(await fileOf(document), await officer(), 'ja')).expiresOn).toBe('2033-03-31');
    });

    it('KEEP-1 under a hold the day may come later, never earlier; other periods wait for no event', async () => {
      const { document } = await closed({ classCode: '20-02-01', matterType: 'subsidy' });
      await set(document, '2027-04-01');
      await hold({ documentIds: [document] });
      await expect(set(document, '2027-03-31', '訂正')).rejects.toThrow('records.held');
      await set(document, '2028-04-01', '延びた');
      expect(await expiryOf(document)).toBe('2034-03-31');
      const contract = await closed();
      await expect(set(contract.document, '2027-03-31')).rejects.toThrow('records.no-event');
    });
  });

  describe('extension', () => {
    it('KEEP-4 counts from the expiry, again and again, with an outcome for each file', async () => {
      const { document, file } = await closed();
      const permanent = await closed({ classCode: '10-02-01', matterType: 'notice' });
      const id = await extend([file, permanent.file], 3);
      expect(await lib.get(ReadExtensions).run(id, await officer())).toMatchObject({
        state: 'finished',
        total: 2,
        extended: 1,
        refused: 1,
      });
      expect(await lib.get(ReadExtensions).items(id, 'refused', await officer())).toEqual([
        expect.objectContaining({ fileId: permanent.file, code: 'no-end' }),
      ]);
      expect(await expiryOf(document)).toBe('2035-03-31');
      expect((await lib.filing.run(document, await officer(), 'en')).explanation.at(-1)).toEqual({
        rule: 'RULE-87',
        text: 'The file was extended: kept until 2035-03-31.',
      });
      await extend([file], 1);
      expect(await lib.get(ReadFile).run(file, await officer(), 'ja')).toMatchObject({
        expiresOn: '2036-03-31',
        extensionCount: 2,
      });
    });

    it('KEEP-4 a document that is filed later does not bring the old expiry back', async () => {
      const { file } = await closed();
      await extend([file], 5);
      await closed();
      expect((await lib.get(ReadFile).run(file, await officer(), 'ja')).expiresOn).toBe('2037-03-31');
    });

    it('KEEP-4 stops between two chunks and goes on from there; strangers extend nothing', async () => {
      const { file } = await closed();
      const ask = lib.get(AskForExtension);
      const id = await ask.run({ fileIds: [file], years: 1, reason: '参照' }, await officer());
      await ask.stop(id, await officer());
      expect(await lib.get(ExtendFiles).run(id)).toBe(0);
      await ask.resume(id, await officer());
      expect(await lib.get(ExtendFiles).run(id)).toBe(1);
      const foreign = await extend([file], 1, PEOPLE.otherHead);
      expect(await lib.get(ReadExtensions).items(foreign, undefined, await officer())).toEqual([
        expect.objectContaining({ outcome: 'refused', code: 'not-yours' }),
      ]);
      await expect(lib.get(ReadExtensions).run(id, await lib.actor(PEOPLE.otherHead))).rejects.toThrow(
        'records.extension-not-found',
      );
    });
  });

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
    const sheet = await lib.get(PrintDueFiles).sheet({ fiscalYear: 2031 }, await officer());
    expect(sheet).toMatchObject({ title: '令和13年度 満了簿冊一覧', foot: expect.stringContaining('印刷') });
    const due = await lib
      .get(ListDueFiles)
      .run({ fiscalYear: 2031, unit: 'S31', extendYears: 3, limit: 50 }, await officer(), 'ja');
    expect(due.items).toEqual([
      expect.objectContaining({ id: file, expiresOn: '2032-03-31', extendedTo: '2035-03-31' }),
    ]);
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
