import { randomUUID } from 'node:crypto';
import { type LocalDate, localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { loanOverdue } from '../src/events';
import { PlaceHold } from '../src/app/holds/place-hold';
import { ReleaseHold } from '../src/app/holds/release-hold';
import { ChangeRetention } from '../src/app/keeping/change-retention';
import type { Locking } from '../src/app/disposal/disposal-lock';
import { ReadFile } from '../src/app/keeping/read-file';
import { SetEvent } from '../src/app/keeping/set-event';
import { SplitFile } from '../src/app/keeping/split-file';
import { HandOver } from '../src/app/paper/hand-over';
import { KeepPlaces } from '../src/app/paper/keep-places';
import { LendFiles } from '../src/app/paper/lend-files';
import { LentFiles } from '../src/app/paper/lent-files';
import { PrintLabels } from '../src/app/paper/print-labels';
import { ReadHandovers } from '../src/app/paper/read-handovers';
import { ReadPaper } from '../src/app/paper/read-paper';
import { RegisterPaper } from '../src/app/paper/register-paper';
import { SubstitutePaper } from '../src/app/paper/substitute-paper';
import { SubstituteRows } from '../src/data/paper/substitute-rows';
import { keepingHands } from './support/keeping-hands';
import { PEOPLE, RecordsUnderTest } from './support/records';

describe('paper beside what is electronic', () => {
  let lib: RecordsUnderTest;
  beforeEach(async () => {
    lib = await RecordsUnderTest.start('2026-05-11T01:00:00Z');
  });
  afterEach(() => lib.stop());

  const file = async (given: object = {}, who: keyof typeof PEOPLE = 'clerk') =>
    lib.get(RegisterPaper).file({
      actor: await lib.actor(PEOPLE[who]),
      classCode: '60-01-01',
      sectionCode: 'S31',
      fiscalYear: 2026,
      title: '給付費の支給決定',
      medium: 'paper',
      personalData: true,
      secret: false,
      continuing: false,
      place: '福祉課 キャビネット3',
      ...given,
    });
  const record = async (fileId: string, given: object = {}) =>
    lib.get(RegisterPaper).record({
      actor: await lib.actor(PEOPLE.clerk),
      fileId,
      title: '支給決定通知書',
      documentNumber: '8浜福第12号',
      documentedOn: localDate('2026-06-01'),
      pages: 3,
      location: '見出し12',
      disposition: true,
      issuedOn: localDate('2026-06-01'),
      ...given,
    });
  const read = async (id: string, who: keyof typeof PEOPLE = 'clerk') =>
    lib.get(ReadPaper).file(id, await lib.actor(PEOPLE[who]));
  const borrow = async (fileId: string, dueOn = '2026-05-25', who: keyof typeof PEOPLE = 'drafter') =>
    lib
      .get(LendFiles)
      .request({ actor: await lib.actor(PEOPLE[who]), fileId, purpose: '照会への回答', dueOn: dueOn as LocalDate });
  const lend = async (loanId: string, who: keyof typeof PEOPLE = 'clerk') =>
    lib.get(LendFiles).lend({ actor: await lib.actor(PEOPLE[who]), loanId });

  it('PAP-1 a file of paper is registered as the next volume, with its dates and where it lies', async () => {
    const first = await file();
    const second = await file();
    expect((await read(second)).volume).toBe(2);
    expect(await read(first)).toMatchObject({
      title: '給付費の支給決定',
      medium: 'paper',
      custody: 'office',
      volume: 1,
      expiresOn: '2032-03-31',
      personalData: true,
      places: [{ placeCode: null, note: '福祉課 キャビネット3', until: null }],
      allowed: ['register', 'place', 'borrow'],
    });
    await record(first);
    const { items } = await lib.files.run({ limit: 10 }, await lib.actor(PEOPLE.clerk));
    // The later volume is empty, and papers count like documents.
    expect(items.map(({ volume, documentCount }) => [volume, documentCount])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    await expect(file({ fiscalYear: 2027 })).rejects.toMatchObject({ code: 'records.year-to-come' });
    await expect(file({}, 'otherHead')).rejects.toMatchObject({ code: 'records.not-your-file' });
    await expect(file({ classCode: '60-01' })).rejects.toMatchObject({ code: 'records.no-such-class' });
  });

  describe('a file of paper has dates of its own', () => {
    const detail = async (id: string) => lib.get(ReadFile).run(id, await lib.actor(PEOPLE.officer), 'ja');
    const change = async (fileId: string, retentionClass: string, shorten = false) =>
      lib
        .get(ChangeRetention)
        .run({ fileId, retentionClass, reason: '区分の誤り', shorten }, await lib.actor(PEOPLE.officer));
    const event = async (fileId: string, eventOn: string | null, reason: string | null = null) =>
      lib
        .get(SetEvent)
        .run({ fileId, eventOn: eventOn === null ? null : localDate(eventOn), reason }, await lib.actor(PEOPLE.clerk));
    const noted = async (id: string) =>
      (
        await lib.rows<{ kind: string; facts: { expiredBefore?: string; expiresOn?: string } }>(sql`
          select kind, convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry
          where subject_kind = 'record-file' and subject_id = ${id} order by id`)
      ).map(({ kind, facts }) => [kind, facts.expiredBefore, facts.expiresOn].filter(Boolean).join(' '));
    const hold = async (fileId: string) =>
      lib.get(PlaceHold).run(
        {
          ground: 'lawsuit',
          caseNo: null,
          reason: '係争中',
          triggeredOn: localDate('2026-05-01'),
          decidedOn: null,
          fileIds: [fileId],
          documentIds: [],
        },
        await lib.actor(PEOPLE.officer),
      );

    it('RULE-80 every date is explained, step by step', async () => {
      const { explanation, expiresOn } = await detail(await file());
      expect(expiresOn).toBe('2032-03-31');
      expect(explanation.map(({ rule, text }) => `${rule} ${text}`)).toEqual([
        'RULE-81 完結した日は令和9年3月31日(令和8年度)です。',
        'RULE-81 翌年度の初日、令和9年4月1日から数えます。',
        'RULE-80 保存期間「5年」(5年)のため、令和14年3月31日に満了します。',
      ]);
    });

    it('KEEP-2 another period moves its dates, never earlier unless that is meant, never earlier under a hold', async () => {
      const id = await file();
      await change(id, 'R10');
      expect(await detail(id)).toMatchObject({ retentionLabel: '10年', expiresOn: '2037-03-31' });
      await expect(change(id, 'R03')).resolves.toBeUndefined();
      expect(await detail(id)).toMatchObject({ retentionLabel: '3年', expiresOn: '2037-03-31' });
      await hold(id);
      await expect(change(id, 'R03', true)).rejects.toMatchObject({ code: 'records.held' });
      await change(id, 'R30');
      expect(await detail(id)).toMatchObject({ expiresOn: '2057-03-31' });
      expect(await noted(id)).toEqual([
        'records.file-opened',
        'records.retention-changed 2032-03-31 2037-03-31',
        'records.retention-changed 2037-03-31 2037-03-31',
        'records.held',
        'records.refused-by-hold',
        'records.retention-changed 2037-03-31 2057-03-31',
      ]);
    });

    it('KEEP-1 its event gives it an expiry when it becomes certain; another one needs a reason, and none under a hold', async () => {
      const id = await file({ classCode: '20-02-01', title: '補助金交付関係書類' });
      expect(await detail(id)).toMatchObject({ startsOn: null, expiresOn: null });
      await event(id, '2027-03-31');
      expect(await detail(id)).toMatchObject({ startsOn: '2027-04-01', expiresOn: '2032-03-31' });
      await expect(event(id, '2027-04-01')).rejects.toMatchObject({ code: 'records.reason-needed' });
      await event(id, '2027-04-01', '完了日の誤り');
      expect(await detail(id)).toMatchObject({ startsOn: '2028-04-01', expiresOn: '2033-03-31' });
      await hold(id);
      await expect(event(id, '2027-03-31', '戻す')).rejects.toMatchObject({ code: 'records.held' });
      await expect(event(await file(), '2027-03-31')).rejects.toMatchObject({ code: 'records.no-event' });
    });

    it('RET-8 what is filed, closed or moved into it never ends it earlier', async () => {
      const { fileOf, refile } = keepingHands(() => lib);
      const keptTo2037 = async () => {
        const id = await file({ classCode: '20-01-01' });
        await change(id, 'R10');
        await change(id, 'R03');
        return id;
      };
      const id = await keptTo2037();
      const document = await lib.decideOne();
      expect(await fileOf(document)).toBe(id);
      expect(await detail(id)).toMatchObject({ expiresOn: '2037-03-31', documentCount: 1 });
      await lib.close(document);
      expect(await detail(id)).toMatchObject({ expiresOn: '2037-03-31' });
      const other = await keptTo2037();
      await refile(document, { fileId: other });
      expect(await detail(other)).toMatchObject({ expiresOn: '2037-03-31', documentCount: 1 });
    });

    it('RET-8 a document that is refiled or split off takes no day of the paper along', async () => {
      const { refile } = keepingHands(() => lib);
      const id = await file({ classCode: '20-01-01' });
      await change(id, 'R10');
      await change(id, 'R03');
      const [refiled, split] = await lib.decide({}, {}, {});
      for (const document of [refiled, split]) await lib.close(document ?? '');
      expect(await detail(id)).toMatchObject({ expiresOn: '2037-03-31', documentCount: 3 });
      await refile(refiled ?? '', { classCode: '20-01-02' });
      expect(await detail(id)).toMatchObject({ expiresOn: '2037-03-31', documentCount: 2 });
      await lib
        .get(SplitFile)
        .run(
          { fileId: id, documentIds: [split ?? ''], title: null, reason: '分冊', carryHolds: false },
          await lib.actor(PEOPLE.officer),
        );
      expect(await detail(id)).toMatchObject({ expiresOn: '2037-03-31', documentCount: 1 });
    });

    it('DISP-15 a volume that was split off holds no paper but that of its documents, and counts none when they have gone', async () => {
      const { refile } = keepingHands(() => lib);
      const id = await file({ classCode: '20-01-01' });
      const [split, onPaper] = await lib.decide({}, {}, {});
      for (const document of [split, onPaper]) await lib.close(document ?? '');
      await lib.uow.run(() =>
        lib.uow.change(sql`update records.record set medium = 'hybrid' where document_id = ${onPaper ?? ''}`),
      );
      const splitOff = async (document = '') =>
        lib
          .get(SplitFile)
          .run(
            { fileId: id, documentIds: [document], title: null, reason: '分冊', carryHolds: false },
            await lib.actor(PEOPLE.officer),
          );
      const [electronic, hybrid] = [await splitOff(split), await splitOff(onPaper)];
      expect([await detail(id), await detail(electronic), await detail(hybrid)].map(({ medium }) => medium)).toEqual([
        'paper',
        'electronic',
        'hybrid',
      ]);
      await refile(onPaper ?? '', { fileId: electronic });
      expect((await detail(electronic)).medium).toBe('hybrid');
    });

    it('RULE-80 what has no end has a day of review', async () => {
      const id = await file({ classCode: '10-02-01', title: '条例原本' });
      expect(await detail(id)).toMatchObject({ expiresOn: null, reviewOn: '2057-03-31', years: null });
    });
  });

  it('PAP-2 a file of a past year is closed when it is registered', async () => {
    const id = await file({ fiscalYear: 2023 });
    expect(await read(id)).toMatchObject({ state: 'closed', expiresOn: '2029-03-31' });
  });

  it('PAP-3 paper in an electronic file makes it hybrid; a disposition needs its day of issue', async () => {
    await lib.decide({});
    const [electronic] = await lib.rows<{ id: string }>(sql`select id from records.record_file`);
    const id = electronic?.id ?? '';
    await expect(borrow(id)).rejects.toMatchObject({ code: 'records.nothing-to-lend' });
    await expect(record(id, { issuedOn: null })).rejects.toMatchObject({ code: 'records.issue-day-missing' });
    await record(id);
    expect(await read(id)).toMatchObject({
      medium: 'hybrid',
      records: [{ title: '支給決定通知書', pages: 3, location: '見出し12' }],
    });
  });

  it('PAP-4 whoever does not see a file does not learn that it is there', async () => {
    const id = await file();
    await expect(read(id, 'otherHead')).rejects.toMatchObject({ code: 'records.no-such-file' });
    await expect(borrow(id, '2026-05-25', 'otherHead')).rejects.toMatchObject({ code: 'records.no-such-file' });
  });

  it('LOAN-1 to LOAN-4 a file is asked for, lent once, late, reminded of, and taken back', async () => {
    const id = await file();
    const loan = await borrow(id);
    const other = await borrow(id, '2026-05-20', 'colleague');
    await expect(borrow(id, '2026-08-01')).rejects.toMatchObject({ code: 'records.due-day' });
    await expect(lend(loan, 'drafter')).rejects.toMatchObject({ code: 'records.not-your-file' });
    await lend(loan);
    await expect(lend(other)).rejects.toMatchObject({ code: 'records.already-lent' });
    lib.clock.set('2026-05-26T01:00:00Z');
    lib.get(EventBus).later(loanOverdue, 'test.loans', () => Promise.resolve());
    expect(
      (await lib.get(ReadPaper).loans(await lib.actor(PEOPLE.clerk), { all: false })).map(({ state }) => state),
    ).toEqual(['requested', 'overdue']);
    expect((await lib.get(LendFiles).remind()).map(({ requestedBy }) => requestedBy)).toEqual([PEOPLE.drafter]);
    expect(await lib.get(LendFiles).remind()).toEqual([]);
    const told = await lib.rows(
      sql`select payload ->> 'borrower' as borrower from platform.outbox where event_name = ${loanOverdue.name}`,
    );
    expect(told).toEqual([{ borrower: PEOPLE.drafter }]);
    await lib.get(LendFiles).takeBack({ actor: await lib.actor(PEOPLE.clerk), loanId: loan });
    await lend(other);
    expect((await read(id)).loans.map(({ state }) => state)).toEqual(['overdue', 'returned']);
  });

  it('LOAN-5 a lent file does not end: the check says so, and the database refuses', async () => {
    const id = await file({ fiscalYear: 2014 });
    await lend(await borrow(id));
    expect(await lib.uow.read(() => lib.get(LentFiles).among([id, randomUUID()]))).toEqual(new Set([id]));
    const end = lib.uow.run(async () => {
      await lib.uow.now();
      await lib.uow.change(sql`update records.record_file set state = 'transferred' where id = ${id}`);
    });
    await expect(end).rejects.toMatchObject({ constraint: expect.stringMatching(/lent|disposal/) });
  });

  /** A scan of a record of paper in a new file, sent by the clerk. */
  const scanned = async (fileId: string) => {
    const paperRecordId = await record(fileId);
    const substituteId = randomUUID();
    const scan = {
      id: substituteId,
      paperRecordId,
      sha256: 'ab'.repeat(32),
      fileName: '支給決定.pdf',
      mediaType: 'application/pdf',
      bytes: 9,
      pages: 3,
    };
    await lib.uow.run(() =>
      lib.uow.change(sql`
        insert into scans.stored_object (sha256, bytes, media_type, chunk_hashes, created_at, verified_at)
        values (decode(${scan.sha256}, 'hex'), 9, 'application/pdf', sha256(''), now(), now())`),
    );
    await lib.uow.run(async () =>
      lib.get(SubstituteRows).add(scan, { by: PEOPLE.clerk, name: '上田 久美子' }, await lib.uow.now()),
    );
    const take = async (who: keyof typeof PEOPLE, step: object, locking: Locking = []) =>
      lib
        .get(SubstitutePaper)
        .take({ actor: await lib.actor(PEOPLE[who]), substituteId, locking, ...(step as { act: 'approve' }) });
    const approve = async () => {
      await take('head', { act: 'check', pages: 3, legible: true });
      await take('officer', { act: 'approve' });
    };
    return { substituteId, take, approve };
  };
  const destroyed = { act: 'destroy', on: localDate('2026-08-31'), method: '溶解' };

  it('SUB-1 to SUB-6 example K: scanned, checked by another, approved, and the paper goes on 2026-08-31 by two more people', async () => {
    const id = await file();
    lib.clock.set('2026-06-02T01:00:00Z');
    const { take } = await scanned(id);
    await expect(take('clerk', { act: 'check', pages: 3, legible: true })).rejects.toMatchObject({
      code: 'records.substitute-not-yours',
    });
    await expect(take('head', { act: 'check', pages: 2, legible: true })).rejects.toMatchObject({
      code: 'records.pages-differ',
    });
    await expect(take('head', { act: 'check', pages: 3, legible: false })).rejects.toMatchObject({
      code: 'records.not-legible',
    });
    await take('head', { act: 'check', pages: 3, legible: true });
    await expect(take('head', { act: 'approve' })).rejects.toMatchObject({ code: 'records.substitute-not-yours' });
    await take('officer', { act: 'approve' });
    lib.clock.set('2026-08-30T14:59:00Z');
    await expect(take('officer', { act: 'decide_destruction' })).rejects.toMatchObject({
      code: 'records.paper-kept-until',
      facts: { from: '2026-08-31' },
    });
    lib.clock.set('2026-08-30T15:00:00Z');
    await take('officer', { act: 'decide_destruction' });
    await expect(take('officer', destroyed)).rejects.toMatchObject({ code: 'records.substitute-not-yours' });
    for (const on of ['2026-08-30', '2026-09-01'])
      await expect(take('clerk', { ...destroyed, on })).rejects.toMatchObject({ code: 'records.destruction-day' });
    await take('clerk', destroyed);
    expect((await read(id)).substitutes).toMatchObject([
      {
        state: 'destroyed',
        paperMayGoFrom: '2026-08-31',
        checkedByName: expect.any(String),
        approvedByName: expect.any(String),
        method: '溶解',
        allowed: [],
      },
    ]);
  });

  const keptEntries = (id: string) =>
    lib.rows<{ kind: string; facts: object }>(sql`
      select kind, convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry
      where subject_id = ${id} and kind like 'records.%refused%' order by id`);
  const holdOn = async (fileId: string, caseNo: string | null) =>
    lib.get(PlaceHold).run(
      {
        ground: 'lawsuit',
        caseNo,
        reason: '訴訟の対象',
        triggeredOn: localDate('2026-08-30'),
        decidedOn: null,
        fileIds: [fileId],
        documentIds: [],
      },
      await lib.actor(PEOPLE.officer),
    );

  it.each(['decide_destruction', 'destroy'])(
    'SUB-7 %s: a hold, a loan or a witness that locks keeps the paper, and the attempt stays in the ledger',
    async (act) => {
      const id = await file();
      lib.clock.set('2026-06-02T01:00:00Z');
      const { take, approve } = await scanned(id);
      await approve();
      lib.clock.set('2026-08-31T01:00:00Z');
      const go = (locking: Locking = []) =>
        act === 'destroy' ? take('clerk', destroyed, locking) : take('officer', { act }, locking);
      if (act === 'destroy') await take('officer', { act: 'decide_destruction' });
      const placed = await holdOn(id, '横浜地裁 令和8年(行ウ)第12号');
      await expect(go()).rejects.toMatchObject({
        code: 'records.held',
        facts: { caseNo: '横浜地裁 令和8年(行ウ)第12号' },
      });
      await lib.get(ReleaseHold).run(placed, '終結', await lib.actor(PEOPLE.officer));
      const loan = await borrow(id, '2026-09-10');
      await lend(loan);
      await expect(go()).rejects.toMatchObject({ code: 'records.paper-is-lent' });
      await lib.uow.run(() => lib.uow.change(sql`update records.loan set returned_at = now() where id = ${loan}`));
      const gap = { kind: 'silent', name: '議会', fault: 'connect ECONNREFUSED' } as const;
      await expect(go([gap])).rejects.toMatchObject({ code: 'records.locked-by-witness' });
      expect(await keptEntries(id)).toEqual([
        { kind: 'records.refused-by-hold', facts: { attempt: 'destroy-paper', holds: [placed] } },
        { kind: 'records.disposal-refused', facts: { attempt: 'destroy-paper', fault: 'witness-silent' } },
      ]);
      await go();
    },
  );

  it('SUB-7 a hold and the end of the paper at the same moment wait for each other: one of them is refused', async () => {
    for (const first of ['hold', 'paper'] as const) {
      const id = await file();
      lib.clock.set('2026-06-02T01:00:00Z');
      const { take, approve, substituteId } = await scanned(id);
      await approve();
      lib.clock.set('2026-08-31T01:00:00Z');
      await take('officer', { act: 'decide_destruction' });
      const hold = () => holdOn(id, null);
      const go = () => take('clerk', destroyed);
      const [one, two] = first === 'hold' ? [hold, go] : [go, hold];
      let open = (): void => undefined;
      const second = new Promise<void>((resolve) => (open = resolve)).then(async () => void (await two()));
      second.catch(() => undefined);
      await lib.uow.run(async () => {
        await one();
        open();
        await new Promise((wait) => setTimeout(wait, 300));
      });
      if (first === 'hold') await expect(second).rejects.toMatchObject({ code: 'records.held' });
      else await second;
      const [row] = await lib.rows<{ gone: boolean }>(
        sql`select destroyed_by is not null as gone from records.scan_substitute where id = ${substituteId}`,
      );
      expect(row?.gone).toBe(first === 'paper');
      await lib.stop();
      lib = await RecordsUnderTest.start('2026-05-11T01:00:00Z');
    }
  });

  it('HAND-1 to HAND-4 the last but one year is handed over in May, has its place, and comes back with a reason', async () => {
    const old = await file({ fiscalYear: 2024 });
    const young = await file({ fiscalYear: 2025 });
    const clerk = await lib.actor(PEOPLE.clerk);
    const officer = await lib.actor(PEOPLE.officer);
    const hand = lib.get(HandOver);
    expect((await lib.get(ReadHandovers).candidates('S31', clerk)).map(({ fileId }) => fileId)).toEqual([old]);
    await expect(
      hand.propose({ actor: clerk, section: 'S31', fiscalYear: 2024, fileIds: [young] }),
    ).rejects.toMatchObject({ code: 'records.not-for-the-stacks' });
    const handoverId = await hand.propose({ actor: clerk, section: 'S31', fiscalYear: 2024, fileIds: [old] });
    await expect(
      hand.propose({ actor: clerk, section: 'S31', fiscalYear: 2024, fileIds: [old] }),
    ).rejects.toMatchObject({ code: 'records.not-for-the-stacks' });
    await lib
      .get(KeepPlaces)
      .add({ actor: officer, code: 'A-03-12', room: '第1書庫', shelf: '3', box: '12', note: null });
    const places = [{ fileId: old, placeCode: 'A-03-12' }];
    await expect(hand.receive({ actor: clerk, handoverId, places })).rejects.toMatchObject({
      code: 'records.not-the-office',
    });
    await expect(hand.receive({ actor: officer, handoverId, places: [] })).rejects.toMatchObject({
      code: 'records.place-missing',
    });
    await expect(
      hand.receive({ actor: officer, handoverId, places: [{ fileId: old, placeCode: 'B-1' }] }),
    ).rejects.toMatchObject({ code: 'records.no-such-place' });
    await hand.receive({ actor: officer, handoverId, places });
    expect(await read(old)).toMatchObject({
      custody: 'stack',
      places: [{ placeCode: 'A-03-12', until: null }, { note: '福祉課 キャビネット3' }],
    });
    expect((await lib.get(ReadHandovers).sheet(handoverId, clerk)).rows[0]).toContain('A-03-12');
    await hand.giveBack({ actor: officer, fileId: old, reason: '訴訟への対応' });
    expect(await read(old)).toMatchObject({ custody: 'office' });
    expect((await lib.get(ReadHandovers).files(handoverId, clerk))[0]).toMatchObject({ returnReason: '訴訟への対応' });
  });

  it('HAND-5 a file that was disposed of meanwhile is taken off the list with its reason, and the rest is received', async () => {
    const [gone, stays] = [await file({ fiscalYear: 2024, title: '古い台帳' }), await file({ fiscalYear: 2024 })];
    const [clerk, officer, other] = [
      await lib.actor(PEOPLE.clerk),
      await lib.actor(PEOPLE.officer),
      await lib.actor(PEOPLE.otherHead),
    ];
    const hand = lib.get(HandOver);
    const handoverId = await hand.propose({ actor: clerk, section: 'S31', fiscalYear: 2024, fileIds: [gone, stays] });
    await lib
      .get(KeepPlaces)
      .add({ actor: officer, code: 'A-03-12', room: '第1書庫', shelf: '3', box: '12', note: null });
    await lib.database.owned.run(async () => {
      const { owned } = lib.database;
      await owned.change(sql`set local session_replication_role = replica`);
      await owned.change(sql`update records.record_file set state = 'disposed' where id = ${gone}`);
    });
    const places = [gone, stays].map((fileId) => ({ fileId, placeCode: 'A-03-12' }));
    await expect(hand.receive({ actor: officer, handoverId, places })).rejects.toMatchObject({
      code: 'records.file-has-left',
    });
    const takeOff = (actor: typeof clerk, fileId = gone) =>
      hand.takeOff({ actor, handoverId, fileId, reason: '令和7年度に廃棄した' });
    await expect(takeOff(other)).rejects.toMatchObject({ code: 'records.not-your-file' });
    await takeOff(officer);
    await expect(takeOff(clerk)).rejects.toMatchObject({ code: 'records.not-on-the-list' });
    const sheet = await lib.get(ReadHandovers).sheet(handoverId, clerk);
    expect(sheet.notes[0]).toBe('福祉課　1冊');
    expect(new Set(sheet.rows.map((row) => row.at(-1)))).toEqual(new Set(['', '一覧から除外 令和7年度に廃棄した']));
    await hand.receive({ actor: officer, handoverId, places: places.slice(1) });
    expect(await read(stays)).toMatchObject({ custody: 'stack' });
    expect((await read(gone)).custody).toBe('office');
    await expect(takeOff(clerk, stays)).rejects.toMatchObject({ code: 'records.handover-over' });
  });

  it('HAND-5 the last file that is taken off takes the list back, and may stand on another one', async () => {
    const only = await file({ fiscalYear: 2024 });
    const actor = await lib.actor(PEOPLE.clerk);
    const hand = lib.get(HandOver);
    const propose = () => hand.propose({ actor, section: 'S31', fiscalYear: 2024, fileIds: [only] });
    const handoverId = await propose();
    await hand.takeOff({ actor, handoverId, fileId: only, reason: 'まだ使う' });
    expect(await lib.get(ReadHandovers).list(actor)).toMatchObject([{ id: handoverId, state: 'withdrawn', files: 0 }]);
    await propose();
  });

  it('LAB-3 LAB-4 labels of a section and year carry marks, volume, the end of the id, and the address of the file', async () => {
    const id = await file();
    await file({ secret: true });
    const sheet = await lib
      .get(PrintLabels)
      .run({ kind: 'spine', fiscalYear: 2026, unit: 'S31' }, await lib.actor(PEOPLE.drafter), 'https://town.example');
    expect(sheet.labels.map(({ volume, marks }) => [volume, marks])).toEqual([
      ['第1冊', ['個人情報']],
      ['第2冊', ['秘', '個人情報']],
    ]);
    expect(sheet.labels[0]).toMatchObject({ year: '令和8年度', retention: '5年　令和14年3月31日まで' });
    expect(sheet.labels[0]?.link).toBe(`https://town.example/record-files/${id}`);
    expect(sheet.labels[0]?.reference.replaceAll('-', '')).toBe(id.replaceAll('-', '').slice(-12));
    expect(
      (
        await lib
          .get(PrintLabels)
          .run(
            { kind: 'box', fiscalYear: 2026, unit: 'S31' },
            await lib.actor(PEOPLE.otherHead),
            'https://town.example',
          )
      ).labels,
    ).toEqual([]);
  });
});
