import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { ChangeRetention } from '../src/app/keeping/change-retention';
import { AskForExtension } from '../src/app/keeping/ask-for-extension';
import { ExtendFiles } from '../src/app/keeping/extend-files';
import { ReadExtensions } from '../src/app/keeping/read-extensions';
import { ReadFile } from '../src/app/keeping/read-file';
import { SetEvent } from '../src/app/keeping/set-event';
import { SplitFile } from '../src/app/keeping/split-file';
import { keepingHands } from './support/keeping-hands';
import { PEOPLE, RecordsUnderTest } from './support/records';

const day = localDate;

describe('keeping records', () => {
  let lib: RecordsUnderTest;

  beforeEach(async () => {
    lib = await RecordsUnderTest.start();
  });
  afterEach(() => lib.stop());

  const { officer, fileOf, closed, expiryOf, hold, refile, refusedByHold, extend } = keepingHands(() => lib);

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
        text: 'The file was extended (継続して参照するため): kept until 31 Mar 2035.',
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
});
