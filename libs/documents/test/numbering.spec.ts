import { sql } from '@fubako/platform/database';
import { NumbersUnderTest } from './support/numbers';

let lib: NumbersUnderTest;
const start = async (given?: Parameters<typeof NumbersUnderTest.start>[0]) =>
  (lib = await NumbersUnderTest.start(given));
afterEach(() => lib?.stop());
const refused = (code: string) => expect.objectContaining({ code });

describe('numbers of a series', () => {
  it('NUM-7 branches of one number are given one after the other, also at the same minute (RULE-74)', async () => {
    await start();
    expect(await lib.issue()).toBe('8二総第1号');
    const letters = await Promise.all([lib.document(), lib.document(), lib.document()]);
    const branch = (documentId: string) =>
      lib.uow.run(() => lib.numbering.issueBranch({ documentId, of: lib.key(1) }, '1033'));
    const issued = await Promise.all(letters.map(branch));
    expect(issued.map(({ text }) => text).sort()).toEqual(['8二総第1号の2', '8二総第1号の3', '8二総第1号の4']);
    expect(await lib.issue()).toBe('8二総第2号');
  });

  it('NUM-7 a follow-up noted before the decision takes a branch at the decision, and no serial', async () => {
    await start();
    await lib.issue();
    const letter = await lib.document();
    await lib.uow.run(() => lib.branches.note(letter, lib.key(1), '1118'));
    expect(await lib.issue('OUT', letter)).toBe('8二総第1号の2');
    expect(await lib.issue()).toBe('8二総第2号');
  });

  it('NUM-7 a series without a place for branches has none', async () => {
    await start();
    expect(await lib.issue('LAW')).toBe('二宮町条例第1号');
    const letter = await lib.document();
    const branch = lib.uow.run(() =>
      lib.numbering.issueBranch({ documentId: letter, of: lib.key(1, { seriesCode: 'LAW', symbol: '' }) }, '1033'),
    );
    await expect(branch).rejects.toEqual(refused('documents.no-branches'));
  });

  it('NUM-8 a void number stays with reason, person and time, and never comes back (RULE-75)', async () => {
    await start();
    const id = await lib.document();
    await lib.issue('OUT', id);
    await lib.uow.run(() => lib.voids.one(lib.key(1), { by: '1033', reason: '宛先の誤り' }));
    expect(await lib.issue('OUT', id)).toBe('8二総第2号');
    expect(await lib.ledger()).toEqual(['8二総第1号 欠番(宛先の誤り)', '8二総第2号']);
    expect(await lib.rows(sql`select dispatch_number from documents.document`)).toEqual([
      { dispatch_number: '8二総第2号' },
    ]);
    await expect(lib.uow.run(() => lib.voids.one(lib.key(1), { by: '1033', reason: 'また' }))).rejects.toEqual(
      refused('documents.number-void'),
    );
    const letter = await lib.document();
    await expect(
      lib.uow.run(() => lib.numbering.issueBranch({ documentId: letter, of: lib.key(1) }, '1033')),
    ).rejects.toEqual(refused('documents.number-void'));
  });

  it('NUM-8 the database itself keeps numbers: none is deleted, renamed, handed on or made valid again', async () => {
    await start();
    await lib.issue();
    await lib.issue();
    await lib.uow.run(() => lib.voids.one(lib.key(2), { by: '1033', reason: '誤り' }));
    const other = await lib.document();
    for (const attempt of [
      sql`delete from documents.issued_number where serial = 1`,
      sql`update documents.issued_number set text = '8二総第9号' where serial = 1`,
      sql`update documents.issued_number set document_id = ${other} where serial = 1`,
      sql`update documents.issued_number set voided_at = null, void_reason = null, voided_by = null where serial = 2`,
    ])
      await expect(lib.uow.run(() => lib.uow.change(attempt))).rejects.toMatchObject({ code: '23001' });
  });

  it.each([
    ['rejected', '否決: 効果がない'],
    ['withdrawn', '取下げ: 効果がない'],
    ['abandoned', '廃案: 効果がない'],
  ] as const)('NUM-9 the numbers of a matter %s become void with it (RULE-52)', async (to, reason) => {
    await start();
    const id = await lib.document({ state: 'circulating' });
    await lib.uow.run(() => lib.numbering.issueDraftNumber(id, '二総', '1118'));
    await lib.uow.run(() =>
      lib.lifecycle.move([{ documentId: id, from: 'circulating', to, by: '1118', reason: '効果がない' }]),
    );
    expect(await lib.ledger('DRAFT')).toEqual([`8二総-000001 欠番(${reason})`]);
    const kept = await lib.uow.read(() => lib.numbers.of([id]));
    expect(kept).toEqual([expect.objectContaining({ text: '8二総-000001', voidReason: reason })]);
    const notes = await lib.rows<{ kind: string }>(sql`select kind from ledger.entry where subject_id = ${id}`);
    expect(notes.map(({ kind }) => kind)).toContain('documents.number-voided');
  });

  it('NUM-10 the step of the municipality holds where the series names none, and its gaps can be filled (RULE-74)', async () => {
    await start({ settings: { numberStep: 10 } });
    expect([await lib.issue('STEP'), await lib.issue('STEP'), await lib.issue()]).toEqual([
      '8二総第10号',
      '8二総第20号',
      '8二総第1号',
    ]);
    const take = async (serial: number, seriesCode = 'STEP') => {
      const id = await lib.document();
      return lib.uow.run(() => lib.reserved.take(id, lib.key(serial, { seriesCode }), '1033'));
    };
    expect((await take(15)).text).toBe('8二総第15号');
    for (const taken of [15, 20, 9, 21])
      await expect(take(taken)).rejects.toEqual(refused('documents.number-not-free'));
    expect(await lib.issue('STEP')).toBe('8二総第30号');
  });

  it('NUM-10 numbers set aside wait for their documents; what is given up of them is void', async () => {
    await start();
    const block = { seriesCode: 'OUT', symbol: '二総', count: 3, reason: '議会関係のため', by: '1033' };
    await lib.uow.run(() => lib.reserved.reserve(block));
    expect(await lib.issue()).toBe('8二総第4号');
    const [first, second] = [await lib.document(), await lib.document()];
    const take = (id: string, serial: number, year = 2026) =>
      lib.uow.run(() => lib.reserved.take(id, lib.key(serial, { year }), '1033'));
    expect((await take(first, 2)).text).toBe('8二総第2号');
    await expect(take(second, 2)).rejects.toEqual(refused('documents.number-not-free'));
    await lib.uow.run(() => lib.voids.one(lib.key(3), { by: '1033', reason: '使わなかった' }));
    await expect(take(second, 3)).rejects.toEqual(refused('documents.number-not-free'));
    expect(await lib.ledger()).toEqual(['8二総第1号', '8二総第2号', '8二総第3号 欠番(使わなかった)', '8二総第4号']);
    await expect(take(second, 1, 2027)).rejects.toEqual(refused('documents.future-series'));
    lib.clock.set('2027-04-02T00:00:00Z');
    expect((await take(second, 1)).text).toBe('8二総第1号');
  });

  it('NUM-11 five hundred letters of one document take one turn of the counter, in the order of the list', async () => {
    await start();
    const id = await lib.document();
    const requests = Array.from({ length: 500 }, (_, n) => ({
      documentId: id,
      seriesCode: 'OUT',
      symbol: '二総',
      addressee: `区長${n + 1}`,
    }));
    const issued = await lib.uow.run(() => lib.numbering.issue(requests, '1033'));
    expect(issued.map(({ text }) => text)).toEqual(requests.map((_, n) => `8二総第${n + 1}号`));
    expect(issued[499]).toMatchObject({ serial: 500, addressee: '区長500' });
    expect(await lib.rows(sql`select last from documents.number_counter`)).toEqual([{ last: 500 }]);
    expect(await lib.rows(sql`select dispatch_number from documents.document`)).toEqual([
      { dispatch_number: '8二総第1号' },
    ]);
  });

  it('NUM-3 the database writes a number as the core does: with leading zeros, and longer when it has to be', async () => {
    await start();
    const draft = (id: string) => lib.uow.run(() => lib.numbering.issueDraftNumber(id, '二総', '1033'));
    expect(await draft(await lib.document())).toBe('8二総-000001');
    await lib.uow.run(() => lib.uow.change(sql`update documents.number_counter set last = 999998`));
    expect(await draft(await lib.document())).toBe('8二総-999999');
    expect(await draft(await lib.document())).toBe('8二総-1000000');
  });

  it('NUM-1 fiscal and calendar series turn at midnight of Japan, each in its own night (RULE-72, RULE-73)', async () => {
    await start({ now: '2026-12-31T14:59:59Z' });
    expect([await lib.issue(), await lib.issue('LAW')]).toEqual(['8二総第1号', '二宮町条例第1号']);
    lib.clock.set('2026-12-31T15:00:00Z');
    expect([await lib.issue(), await lib.issue('LAW')]).toEqual(['8二総第2号', '二宮町条例第1号']);
    lib.clock.set('2027-03-31T14:50:00Z');
    expect([await lib.issue(), await lib.issue('LAW')]).toEqual(['8二総第3号', '二宮町条例第2号']);
    lib.clock.set('2027-03-31T15:10:00Z');
    expect([await lib.issue(), await lib.issue('LAW')]).toEqual(['9二総第1号', '二宮町条例第3号']);
    const years = await lib.rows(
      sql`select year, serial from documents.issued_number where series_code = 'LAW' order by year, serial`,
    );
    expect(years).toEqual([
      { year: 2026, serial: 1 },
      { year: 2027, serial: 1 },
      { year: 2027, serial: 2 },
      { year: 2027, serial: 3 },
    ]);
  });

  it('NUM-12 times of issue stand in the order of the serials, also when an earlier clock waits for the counter', async () => {
    await start({ now: '2026-05-18T01:00:10Z' });
    await lib.issue();
    lib.clock.set('2026-05-18T01:00:09Z');
    await lib.issue();
    const rows = await lib.rows<{ at: Date }>(sql`select issued_at as at from documents.issued_number order by serial`);
    expect(rows.map(({ at }) => at.toISOString())).toEqual(['2026-05-18T01:00:10.000Z', '2026-05-18T01:00:10.000Z']);
  });
});

describe('the symbol of a section that ends in the middle of a year (RULE-77)', () => {
  const underWay = () => lib.document({ section: 'S31', symbol: '二福' });
  const counters = () =>
    lib.rows(
      sql`select symbol, last, close_reason from documents.number_counter where series_code = 'OUT' order by symbol`,
    );

  it.each([
    ['restart', '8二高第1号', 1],
    ['continue', '8二高第4号', 4],
  ])('NUM-13 %s: a document under way gets the number of the section that executes it', async (mode, text, last) => {
    await start({ now: '2026-09-30T01:00:00Z', settings: { symbolSuccession: mode } });
    for (let n = 1; n <= 3; n++) expect(await lib.issue('OUT', await underWay(), '二福')).toBe(`8二福第${n}号`);
    lib.clock.set('2026-09-30T15:00:00Z');
    expect(await lib.issue('OUT', await underWay(), '二福')).toBe(text);
    expect(await counters()).toEqual([
      { symbol: '二福', last: 3, close_reason: '記号「二高」に承継' },
      { symbol: '二高', last, close_reason: null },
    ]);
  });

  it('NUM-13 a closed counter keeps its last number and gives no other', async () => {
    await start({ now: '2026-09-30T01:00:00Z' });
    await lib.issue('OUT', await underWay(), '二福');
    await lib.uow.run(() =>
      lib.uow.change(sql`
        update documents.number_counter set closed_at = now(), closed_by = '1012', close_reason = '機構改革'`),
    );
    await expect(lib.issue('OUT', await underWay(), '二福')).rejects.toEqual(refused('documents.series-closed'));
  });
});
