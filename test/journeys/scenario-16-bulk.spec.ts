import { deliverOwed } from './deliver';
import { approvalOf, inboxOf, jst, reimport, seatIn } from './scenarios';
import { type Town, act, approveBy, openSeat, openTown, reviewIfAsked, submitContract } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-05-11T00:00:00Z');
});
afterAll(() => town?.close());

/** `RACES` (npm run test:deep): how often two hundred race. */
const ROUNDS = Number(process.env['RACES'] ?? 2);
const LINE = ['goto', 'fukagawa', 'takarabe'];

/** Documents of the notices of a kind, over all pages. */
async function noticesOf(login: string, wanted: string): Promise<string[]> {
  const found: string[] = [];
  let cursor = '';
  do {
    const { body } = await (await town.as(login)).get(`/notifications${cursor}`);
    found.push(...body.items.filter(({ kind }: any) => kind === wanted).map(({ documentId }: any) => documentId));
    cursor = body.nextCursor ? `?cursor=${body.nextCursor}` : '';
  } while (cursor);
  return found;
}

describe('S16 double act and bulk', () => {
  it('in the same second one tab approves and the other returns: exactly one act, the other tab shows the new state', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, ...LINE);
    const eto = await town.as('eto');
    const seat = await openSeat(eto, id);
    const send = (kind: string, comment?: string) => eto.post(`/documents/${id}/acts`, { kind, ...seat, comment });
    const answers = await Promise.all([send('approve'), send('return', '積算を見直すこと')]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    const { history, state } = await approvalOf(town, 'eto', id);
    expect(history.filter(({ actorName }: any) => actorName === '江藤 信一')).toHaveLength(1);
    expect(['decided', 'returned']).toContain(state);
  });

  it.each(Array.from({ length: ROUNDS }, (_, n) => n + 1))(
    'RULE-63 200 approvals of one seat at once: one winner, 199 clear conflicts, no server error (round %i)',
    async () => {
      const id = await submitContract(town);
      const goto = await town.as('goto');
      const seat = await openSeat(goto, id);
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => goto.post(`/documents/${id}/acts`, { kind: 'approve', ...seat })),
      );
      const codes = answers.map(({ status, body }) => (status === 201 ? 'won' : `${status} ${body.code}`));
      expect(codes.filter((code) => code === 'won')).toHaveLength(1);
      expect(new Set(codes.filter((code) => code !== 'won'))).toEqual(new Set(['409 approvals.already-acted']));
    },
    120_000,
  );

  it('RULE-63 1,000 identical decisions under one key at once: one act, and 1,000 equal answers', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, ...LINE);
    const eto = await town.as('eto');
    const seat = await openSeat(eto, id);
    const answers = await Promise.all(
      Array.from({ length: 1000 }, () =>
        eto.post(`/documents/${id}/acts`, { kind: 'approve', ...seat }, { key: 'one-decision-a-thousand-times' }),
      ),
    );
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const [done] = await town.database.dataSource.query(
      `select (select count(*)::int from approvals.act where document_id = $1 and actor = '1006') as acts,
              (select count(*)::int from ledger.entry where subject_id = $1::text and kind = 'approvals.acted' and actor = '1006') as entries,
              (select state from documents.document where id = $1) as state`,
      [id],
    );
    expect(done).toEqual({ acts: 1, entries: 1, state: 'decided' });
  }, 120_000);

  it('bulk approval of 60: 52 done, 8 left with their reasons, a notice each, and the history says 一括', async () => {
    const ids: string[] = [];
    const submit = async (fields: object, attributes: object = {}) => {
      const id = await submitContract(town, { fields, attributes });
      ids.push(id);
      return id;
    };
    // What was secret until a day in the past is no secret any more.
    await submit({ subject: '一括 0' }, { confidentiality: 'secret', confidentialUntil: '2020-03-31' });
    for (let n = 1; n < 52; n++) await submit({ subject: `一括 ${n}` });
    const changed = [await submit({ subject: '変更 1' }), await submit({ subject: '変更 2' })];
    const secret = await submit({ subject: '秘密' }, { confidentiality: 'secret' });
    const objected = [
      await submit({ subject: '不同意 1' }),
      await submit({ subject: '不同意 2' }),
      await submit({ subject: '不同意 3' }),
    ];
    const above = await submit({ subject: '権限の上', amount: 5_000_000 });
    const instead = await needsActing(submit);
    for (const id of ids) if (id !== instead) await approveBy(town, id, 'goto', 'fukagawa');
    await act(town, 'eto', above);
    for (const id of ids) {
      if (id === above || id === instead) continue;
      const outcome = objected.includes(id) ? { outcome: 'objected', comment: '再検討を求める' } : {};
      expect((await act(town, 'takarabe', id, 'approve', outcome)).status).toBe(201);
      await reviewIfAsked(town, id, 'goto');
    }
    const eto = await town.as('eto');
    expect(ids).toHaveLength(60);
    const own = (await eto.get('/inbox?view=all&limit=200')).body.items;
    const listed = [...own, ...(await eto.get('/inbox?view=acting')).body.items];
    const items = ids.map((documentId) => {
      const row = listed.find((one: any) => one.documentId === documentId);
      return row
        ? { documentId, seatId: row.seatId, version: row.version, contentDigest: row.contentDigest }
        : { documentId, seatId: '', version: 1, contentDigest: 'f'.repeat(64) };
    });
    // One above his level: the seat is the vice-mayor's.
    const aboveApproval = await approvalOf(town, 'goto', above);
    Object.assign(items.find(({ documentId }) => documentId === above) ?? {}, {
      seatId: seatIn(aboveApproval, '町長部局', '副町長').id,
      version: aboveApproval.version,
      contentDigest: aboveApproval.contentDigest,
    });
    // Two changed since he opened the list.
    for (const id of changed)
      Object.assign(items.find(({ documentId }) => documentId === id) ?? {}, { contentDigest: 'e'.repeat(64) });
    const key = 'the-sixty-of-eto-this-morning';
    const first = await eto.post('/bulk-approvals', { items }, { key });
    expect(first.status).toBe(200);
    expect(first.body.applied).toBe(52);
    const left = first.body.outcomes.filter(({ outcome }: any) => outcome !== 'applied');
    const count = (code: string) => left.filter((one: any) => one.code === code).length;
    const codes = ['changed_since_listed', 'secret', 'objection', 'acting', 'not-open'];
    expect([left.length, ...codes.map(count)]).toEqual([8, 2, 1, 3, 1, 1]);
    expect(left.every(({ reason }: any) => typeof reason === 'string' && reason.length > 5)).toBe(true);
    expect((await eto.post('/bulk-approvals', { items }, { key })).body).toEqual(first.body);
    const { history } = await approvalOf(town, 'hara', ids[0] ?? '');
    expect(history.at(-1)).toMatchObject({ bulk: true, actorName: '江藤 信一' });
    const kept = await town.database.dataSource.query(
      `select b.outcome, count(*)::int as n, count(a.bulk_key)::int as acts from approvals.bulk_outcome b
       left join approvals.act a on a.seat_id = b.seat_id and a.bulk_key = b.key where b.key = $1 group by 1 order by 1`,
      [key],
    );
    const done = kept.find(({ outcome }: any) => outcome === 'applied');
    const [noted] = await town.database.dataSource.query(
      `select count(*)::int as n from ledger.entry
       where kind = 'approvals.acted' and convert_from(canonical, 'UTF8')::jsonb #>> '{facts,bulk}' = $1`,
      [key],
    );
    expect(noted.n).toBe(52);
    expect([done.n, done.acts, kept.reduce((sum: number, { n }: any) => sum + n, 0)]).toEqual([52, 52, items.length]);
    await deliverOwed(town, 'notifications.');
    const notices = await noticesOf('hara', 'decided');
    const applied = first.body.outcomes.filter(({ outcome }: any) => outcome === 'applied');
    for (const { documentId } of applied) expect(notices.filter((id) => id === documentId)).toHaveLength(1);
    for (const { documentId } of left) expect(notices).not.toContain(documentId);
    const waiting = await inboxOf(town, 'eto', 'all');
    expect(left.map(({ documentId }: any) => documentId).filter((id: string) => waiting.includes(id))).toHaveLength(
      left.length - 2,
    );
    expect(left.map(({ documentId }: any) => documentId)).toEqual(expect.arrayContaining([secret, instead]));
    expect(await inboxOf(town, 'eto', 'acting')).toContain(instead);
  }, 240_000);

  /** An urgent matter of the absent 副町長, for whom 江藤 stands first in this town. */
  async function needsActing(submit: (fields: object, attributes: object) => Promise<string>): Promise<string> {
    await reimport(town, { 'acting_orders.csv': (text) => text.replace('P-VICE,1,P-D20-H', 'P-VICE,1,P-D30-H') });
    const away = { from: '2026-05-11T09:00:00+09:00', until: '2026-05-12T00:00:00+09:00', reason: '出張' };
    expect((await (await town.as('fukui')).post('/absences', away)).status).toBe(201);
    const urgent = { urgent: true, urgencyReason: '急ぐため' };
    const id = await submit({ subject: '代決を要する', amount: 4_000_000 }, urgent);
    await approveBy(town, id, 'goto', 'fukagawa', 'eto', 'takarabe');
    await reviewIfAsked(town, id, 'goto');
    return id;
  }

  it('what needs 代決 is left out of bulk with that reason', async () => {
    town.clock.set(jst('2026-05-12 09:00'));
    const ids = [await submitContract(town, { attributes: { urgent: true, urgencyReason: '急ぐため' } })];
    for (const id of ids) await approveBy(town, id, ...LINE);
    const eto = await town.as('eto');
    const away = { from: '2026-05-12T09:30:00+09:00', until: '2026-05-14T00:00:00+09:00', reason: '出張' };
    expect((await eto.post('/absences', away)).status).toBe(201);
    town.clock.set(jst('2026-05-12 10:00'));
    // Acting on the last of the line brings the list of the stand-in up to date.
    const late = await submitContract(town, { attributes: { urgent: true, urgencyReason: '急ぐため' } });
    await approveBy(town, late, ...LINE);
    const fukagawa = await town.as('fukagawa');
    const { body } = await fukagawa.get('/inbox?view=acting');
    const row = body.items.find(({ documentId }: any) => documentId === late);
    expect(row).toMatchObject({ inStead: true, inSteadOf: '部長 江藤 信一' });
    const { documentId, seatId, version, contentDigest } = row;
    const answer = await fukagawa.post('/bulk-approvals', { items: [{ documentId, seatId, version, contentDigest }] });
    expect(answer.body.outcomes).toMatchObject([{ outcome: 'excluded', code: 'acting' }]);
  });

  it('bulk return carries one reason to every drafter; without it nothing happens', async () => {
    town.clock.set(jst('2026-05-18 09:00'));
    const ids = [await submitContract(town), await submitContract(town)];
    const goto = await town.as('goto');
    const rows = (await goto.get('/inbox?view=all&limit=200')).body.items.filter(({ documentId }: any) =>
      ids.includes(documentId),
    );
    const items = rows.map(({ documentId, seatId, version, contentDigest }: any) => ({
      documentId,
      seatId,
      version,
      contentDigest,
    }));
    expect((await goto.post('/bulk-approvals', { kind: 'return', items })).body.code).toBe('approvals.bulk-reason');
    const answer = await goto.post('/bulk-approvals', { kind: 'return', items, comment: '見積書を付けること' });
    expect(answer.body.applied).toBe(2);
    for (const id of ids) expect((await approvalOf(town, 'hara', id)).lastReturn.comment).toBe('見積書を付けること');
  });
});
