import { localDate } from '@fubako/kernel';
import { ChangeHold } from '../src/app/holds/change-hold';
import { ReadHolds } from '../src/app/holds/read-holds';
import { ReleaseHold } from '../src/app/holds/release-hold';
import { ReadFile } from '../src/app/keeping/read-file';
import { ReadOverview } from '../src/app/keeping/read-overview';
import { keepingHands } from './support/keeping-hands';
import { PEOPLE, RecordsUnderTest } from './support/records';

const day = localDate;

describe('records under a hold', () => {
  let lib: RecordsUnderTest;

  beforeEach(async () => {
    lib = await RecordsUnderTest.start();
  });
  afterEach(() => lib.stop());

  const { officer, closed, hold } = keepingHands(() => lib);

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
});
