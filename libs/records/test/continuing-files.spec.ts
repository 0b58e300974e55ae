import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { CloseFile } from '../src/app/keeping/close-file';
import { ReleaseHold } from '../src/app/holds/release-hold';
import { ContinueFile } from '../src/app/keeping/continue-file';
import { ReadFile } from '../src/app/keeping/read-file';
import { ReadOverview } from '../src/app/keeping/read-overview';
import { ReviewFile } from '../src/app/keeping/review-file';
import { SplitFile } from '../src/app/keeping/split-file';
import { SweepRecords } from '../src/app/keeping/sweep-records';
import { HandOver } from '../src/app/paper/hand-over';
import { RegisterPaper } from '../src/app/paper/register-paper';
import { keepingHands } from './support/keeping-hands';
import { PEOPLE, RecordsUnderTest } from './support/records';

const SPRING_2030 = '2030-05-10T01:00:00Z';

describe('continuing files', () => {
  let lib: RecordsUnderTest;
  beforeEach(async () => {
    lib = await RecordsUnderTest.start('2026-05-11T01:00:00Z');
  });
  afterEach(() => lib.stop());

  const { hold, refile } = keepingHands(() => lib);
  const continuing = async (given: object = {}) =>
    lib.get(RegisterPaper).file({
      actor: await lib.actor(PEOPLE.clerk),
      classCode: '20-01-01',
      sectionCode: 'S31',
      fiscalYear: 2026,
      title: '長期継続契約',
      medium: 'hybrid',
      personalData: false,
      secret: false,
      continuing: true,
      place: null,
      ...given,
    });
  const read = async (id: string, who: keyof typeof PEOPLE = 'clerk') =>
    lib.get(ReadFile).run(id, await lib.actor(PEOPLE[who]), 'ja');
  const close = async (fileId: string, closedOn = '2030-05-10', who: keyof typeof PEOPLE = 'clerk') =>
    lib
      .get(CloseFile)
      .close(
        { fileId, closedOn: localDate(closedOn), reason: '契約がすべて終わったため' },
        await lib.actor(PEOPLE[who]),
      );
  const reopen = async (fileId: string, who: keyof typeof PEOPLE = 'clerk') =>
    lib.get(CloseFile).reopen({ fileId, reason: '誤って閉じたため' }, await lib.actor(PEOPLE[who]));
  const turn = async (what: 'continue' | 'endWithYear', fileId: string, who: keyof typeof PEOPLE = 'clerk') =>
    lib.get(ContinueFile)[what]({ fileId, reason: '数年にわたるため' }, await lib.actor(PEOPLE[who]));
  const closedDocument = async () => {
    const id = await lib.decideOne();
    await lib.close(id);
    return id;
  };
  const notes = (fileId: string) =>
    lib.rows<{ kind: string; actor: string; facts: Record<string, unknown> }>(sql`
      select kind, actor, convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry
      where subject_id = ${fileId} and kind in ('records.file-closed', 'records.file-reopened', 'records.file-made-continuing', 'records.file-made-yearly') order by id`);

  it('CONT-1 while it takes documents it has no end, whatever its records say; nobody is asked to look for one', async () => {
    const file = await continuing();
    const document = await closedDocument();
    expect(await lib.filingOf(document)).toMatchObject({ fileId: file });
    const shown = await read(file);
    expect(shown).toMatchObject({ state: 'open', continuing: true, startsOn: null, expiresOn: null, documentCount: 1 });
    expect(shown.explanation.map(({ text }) => text)).toEqual([
      '継続簿冊として使用中です。閉じた日から数え、それまでは満了せず廃棄できません。',
      '次の見直しは令和9年3月31日です。',
    ]);
    expect(shown.acts).toContainEqual({
      act: 'extend',
      allowed: false,
      reason: '満了日がまだ決まっていないか、ありません。',
    });
    lib.clock.set('2040-05-10T01:00:00Z');
    await lib.get(SweepRecords).run();
    expect(await lib.rows(sql`select kind from records.finding where file_id = ${file}`)).toEqual([]);
    expect(await lib.get(ReadOverview).run(await lib.actor(PEOPLE.officer))).toMatchObject({
      expired: 0,
      unknownExpiry: 0,
    });
    await expect(
      lib.uow.run(() =>
        lib.uow.change(sql`update records.record_file set starts_on = '2027-04-01', expires_on = '2032-03-31'`),
      ),
    ).rejects.toMatchObject({ constraint: 'continuing_file_in_use_has_no_end' });
  });

  it('CONT-2 CONT-3 its keepers close it, and everything in it is kept from that day on', async () => {
    const file = await continuing();
    const early = await closedDocument();
    lib.clock.set(SPRING_2030);
    await expect(close(file, '2030-05-10', 'colleague')).rejects.toMatchObject({ code: 'records.not-yours-to-keep' });
    const seen = await lib
      .get(CloseFile)
      .preview({ fileId: file, closedOn: localDate('2030-04-30') }, await lib.actor(PEOPLE.clerk));
    expect(seen.map(({ after }) => after.expiresOn)).toEqual(['2036-03-31']);
    await close(file, '2030-04-30');
    const shown = await read(file);
    expect(shown).toMatchObject({
      state: 'closed',
      closedOn: '2030-04-30',
      closingReason: '契約がすべて終わったため',
      startsOn: '2031-04-01',
      expiresOn: '2036-03-31',
    });
    expect(shown.explanation[0]?.text).toBe('継続簿冊を閉じた日は令和12年4月30日(令和12年度)です。');
    expect((await lib.filingOf(early)).expiresOn).toBe('2036-03-31');
    expect(await notes(file)).toEqual([
      {
        kind: 'records.file-closed',
        actor: PEOPLE.clerk,
        facts: { closedOn: '2030-04-30', reason: '契約がすべて終わったため', expiresOn: '2036-03-31' },
      },
    ]);
    await expect(close(file)).rejects.toMatchObject({ code: 'records.cannot-be-closed', facts: { because: 'closed' } });
    const next = await lib.filingOf(await lib.decideOne());
    expect([next.fiscalYear, next.fileId === file]).toEqual([2030, false]);
  });

  it('CONT-2 it waits for documents that are not closed, and the day lies between the last of them and today', async () => {
    const file = await continuing();
    lib.clock.set(SPRING_2030);
    const document = await lib.decideOne();
    await expect(close(file)).rejects.toMatchObject({
      code: 'records.cannot-be-closed',
      facts: { because: 'open-documents' },
    });
    await lib.close(document);
    for (const day of ['2030-05-09', '2030-05-11'])
      await expect(close(file, day)).rejects.toMatchObject({ code: 'records.bad-closing-day' });
    await close(file);
    const ordinary = await continuing({ continuing: false, fiscalYear: 2030 });
    await expect(close(ordinary)).rejects.toMatchObject({ facts: { because: 'not-continuing' } });
  });

  it('CONT-3 of paper alone, and of an event that came before the closing, the later day counts', async () => {
    const paper = await continuing({ medium: 'paper' });
    const licences = await continuing({ classCode: '20-01-02', medium: 'paper' });
    await lib.uow.run(() =>
      lib.uow.change(sql`
        update records.record_file set kept_basis = 'event', kept_years = 5, kept_label = '許可の失効後5年', event_on = '2027-06-30'
        where id = ${licences}`),
    );
    lib.clock.set(SPRING_2030);
    await close(paper);
    await close(licences);
    expect((await read(paper)).expiresOn).toBe('2036-03-31');
    expect((await read(licences)).expiresOn).toBe('2036-03-31');
  });

  it('CONT-2 what is decided in the year of its opening lies in the next volume when it was closed in that year', async () => {
    const file = await continuing();
    await close(file, '2026-05-11');
    const [first, second] = await Promise.all([lib.decideOne(), lib.decideOne()]);
    const filings = [await lib.filingOf(first), await lib.filingOf(second)];
    expect(filings.map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2026]);
    expect(filings.every(({ fileId }) => fileId !== file)).toBe(true);
    expect(await lib.rows(sql`select volume from records.record_file where id <> ${file}`)).toEqual([{ volume: 2 }]);
  });

  it('CONT-3 what is moved into it after its closing, and what was split off before it, run from the closing', async () => {
    const file = await continuing();
    const split = await closedDocument();
    await closedDocument();
    lib.clock.set('2028-05-10T01:00:00Z');
    const volume = await lib
      .get(SplitFile)
      .run(
        { fileId: file, documentIds: [split], title: null, reason: '分冊', carryHolds: false },
        await lib.actor(PEOPLE.clerk),
      );
    expect(await read(volume)).toMatchObject({ state: 'closed', closedOn: '2028-05-10', expiresOn: '2034-03-31' });
    expect((await read(file)).expiresOn).toBeNull();
    lib.clock.set(SPRING_2030);
    await close(file);
    const other = await lib.decideOne({ classCode: '20-01-02', matterType: 'spending' });
    await lib.close(other);
    await refile(other, { fileId: file });
    expect((await lib.filingOf(other)).expiresOn).toBe('2036-03-31');
    await expect(reopen(volume)).rejects.toMatchObject({ facts: { because: 'not-closed-by-hand' } });
  });

  it('CONT-4 a closing is undone, also under a hold; no record gets an earlier day by that', async () => {
    const file = await continuing();
    const document = await closedDocument();
    await hold({ fileIds: [file] }, { triggeredOn: localDate('2026-05-01') });
    lib.clock.set(SPRING_2030);
    await close(file);
    await expect(reopen(file, 'colleague')).rejects.toMatchObject({ code: 'records.not-yours-to-keep' });
    await reopen(file);
    expect(await read(file)).toMatchObject({ state: 'open', closedOn: null, closingReason: null, expiresOn: null });
    expect(await lib.filingOf(document)).toMatchObject({ expiresOn: '2036-03-31' });
    expect((await lib.filingOf(await closedDocument())).fileId).toBe(file);
    expect((await notes(file)).map(({ kind }) => kind)).toEqual(['records.file-closed', 'records.file-reopened']);
    lib.clock.set('2031-05-10T01:00:00Z');
    await close(file, '2031-05-10');
    expect((await read(file)).expiresOn).toBe('2037-03-31');
    expect((await lib.filingOf(document)).expiresOn).toBe('2037-03-31');
  });

  it('CONT-4 it stays closed when the next file takes documents, or the stacks wait for it', async () => {
    const file = await continuing();
    lib.clock.set(SPRING_2030);
    await close(file);
    const propose = async (fiscalYear: number) =>
      lib.get(HandOver).propose({ actor: await lib.actor(PEOPLE.clerk), section: 'S31', fiscalYear, fileIds: [file] });
    await expect(propose(2028)).rejects.toMatchObject({ code: 'records.not-for-the-stacks' });
    lib.clock.set('2032-05-10T01:00:00Z');
    await propose(2030);
    await expect(reopen(file)).rejects.toMatchObject({ facts: { because: 'listed' } });
    await lib.uow.run(() => lib.uow.change(sql`update records.handover set withdrawn_at = proposed_at`));
    await lib.decideOne();
    await expect(reopen(file)).rejects.toMatchObject({
      code: 'records.cannot-be-reopened',
      facts: { because: 'followed' },
    });
  });

  it('CONT-5 an electronic file becomes a continuing one, also under a hold, and takes the documents of the years that follow', async () => {
    const document = await closedDocument();
    const { fileId: file } = await lib.filingOf(document);
    expect(await read(file)).toMatchObject({ medium: 'electronic', continuing: false, expiresOn: '2032-03-31' });
    await hold({ fileIds: [file] }, { triggeredOn: localDate('2026-05-01') });
    await expect(turn('continue', file, 'colleague')).rejects.toMatchObject({ code: 'records.not-yours-to-keep' });
    await turn('continue', file);
    expect(await read(file)).toMatchObject({
      state: 'open',
      continuing: true,
      startsOn: null,
      expiresOn: null,
      reviewOn: '2027-03-31',
      documentCount: 1,
    });
    expect(await notes(file)).toEqual([
      {
        kind: 'records.file-made-continuing',
        actor: PEOPLE.clerk,
        facts: { reason: '数年にわたるため', reviewOn: '2027-03-31' },
      },
    ]);
    await expect(turn('continue', file)).rejects.toMatchObject({
      code: 'records.cannot-be-continued',
      facts: { because: 'continuing' },
    });
    lib.clock.set(SPRING_2030);
    const later = await closedDocument();
    expect((await lib.filingOf(later)).fileId).toBe(file);
    // A document that comes in later does not take the review away.
    expect((await read(file)).reviewOn).toBe('2027-03-31');
    expect(await lib.get(ReadOverview).run(await lib.actor(PEOPLE.officer))).toMatchObject({ reviewsDue: 1 });
    await lib
      .get(ReviewFile)
      .run({ fileId: file, nextOn: localDate('2031-03-31'), ground: '使用中' }, await lib.actor(PEOPLE.clerk));
    expect((await read(file)).reviewOn).toBe('2031-03-31');
    await close(file);
    expect(await read(file)).toMatchObject({ expiresOn: '2036-03-31', reviewOn: null });
    expect((await lib.filingOf(document)).expiresOn).toBe('2036-03-31');
  });

  it('CONT-6 it ends with its year again, with the dates of what is in it, but not under a hold', async () => {
    const document = await closedDocument();
    const { fileId: file } = await lib.filingOf(document);
    await turn('continue', file);
    const held = await hold({ documentIds: [document] }, { triggeredOn: localDate('2026-05-01') });
    await expect(turn('endWithYear', file)).rejects.toMatchObject({ code: 'records.held' });
    await lib.get(ReleaseHold).run(held, '取下げ', await lib.actor(PEOPLE.officer));
    await expect(turn('endWithYear', file, 'colleague')).rejects.toMatchObject({ code: 'records.not-yours-to-keep' });
    await turn('endWithYear', file);
    expect(await read(file)).toMatchObject({
      state: 'open',
      continuing: false,
      startsOn: '2027-04-01',
      expiresOn: '2032-03-31',
      reviewOn: null,
    });
    expect((await notes(file)).at(-1)).toMatchObject({
      kind: 'records.file-made-yearly',
      facts: { reason: '数年にわたるため', expiresOn: '2032-03-31' },
    });
    await turn('continue', file);
    lib.clock.set('2027-04-01T01:00:00Z');
    await expect(turn('endWithYear', file)).rejects.toMatchObject({
      code: 'records.cannot-be-yearly',
      facts: { because: 'year-over' },
    });
  });

  it('CONT-6 paper that was registered as continuing by mistake gets the dates of its year', async () => {
    const paper = await continuing({ medium: 'paper' });
    await turn('endWithYear', paper);
    expect(await read(paper)).toMatchObject({ continuing: false, startsOn: '2027-04-01', expiresOn: '2032-03-31' });
    const mixed = await continuing();
    const document = await closedDocument();
    expect((await lib.filingOf(document)).fileId).toBe(mixed);
    await turn('endWithYear', mixed);
    expect(await read(mixed)).toMatchObject({ continuing: false, startsOn: '2027-04-01', expiresOn: '2032-03-31' });
  });

  it('CONT-5 CONT-6 not while the plan of the next year is confirmed, nor after the file of the next year is there', async () => {
    const { fileId: file } = await lib.filingOf(await closedDocument());
    await lib.uow.run(() =>
      lib.uow.change(sql`
        insert into records.year_plan (fiscal_year, confirmed_at, confirmed_by, confirmed_by_name) values (2027, now(), ${PEOPLE.officer}, '千葉')`),
    );
    await expect(turn('continue', file)).rejects.toMatchObject({ facts: { because: 'planned' } });
    await lib.uow.run(() => lib.uow.change(sql`update records.year_plan set begun_at = now(), opened_at = now()`));
    lib.clock.set('2027-04-01T01:00:00Z');
    await closedDocument();
    await expect(turn('continue', file)).rejects.toMatchObject({ facts: { because: 'overtaken' } });
  });
});
