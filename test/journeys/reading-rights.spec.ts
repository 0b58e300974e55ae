import { ReresolveSeats } from '@fubako/approvals';
import { jst } from './scenarios';
import { type Town, act, approveBy, openTown, submitContract } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-06-09T23:00:00Z');
});
afterAll(() => town?.close());

const SECRET = { confidentiality: 'secret' };
const URGENT = { urgent: true, urgencyReason: '納期のため' };
const sees = async (login: string, id: string): Promise<boolean> => {
  const person = await town.as(login);
  const answers = [await person.get(`/documents/${id}`), await person.get(`/documents/${id}/approval`)];
  const statuses = new Set(answers.map(({ status }) => status));
  expect(statuses.size).toBe(1);
  return statuses.has(200);
};
const listed = async (login: string, subject: string): Promise<boolean> =>
  (await (await town.as(login)).get(`/search?q=${encodeURIComponent(subject)}`)).body.count > 0;

describe('READ-1 who may read a matter on its way', () => {
  it('superiors see an open matter that is on its way to them, and a confidential one only when it is their turn', async () => {
    const open = await submitContract(town, { fields: { amount: 8_000_000 } });
    const secret = await submitContract(town, {
      fields: { amount: 8_000_000, subject: '秘密の契約' },
      attributes: SECRET,
    });
    expect([await sees('fukui', open), await sees('fukui', secret)]).toEqual([true, false]);
    expect(await listed('fukui', '秘密の契約')).toBe(false);
    await approveBy(town, secret, 'goto', 'fukagawa');
    expect([await sees('eto', secret), await sees('goto', secret), await sees('fukui', secret)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('who was only foreseen sees it no longer when the route stops leading to them', async () => {
    const id = await submitContract(town, { fields: { amount: 8_000_000 } });
    expect(await sees('fukui', id)).toBe(true);
    expect((await act(town, 'goto', id, 'return', { comment: '金額を見直すこと' })).status).toBe(201);
    const hara = await town.as('hara');
    const { body } = await hara.get(`/documents/${id}`);
    const fields = { ...body.fields, amount: 1_200_000 };
    const edited = await hara.patch(`/documents/${id}`, { fields }, { ifMatch: body.version });
    expect(edited.status).toBe(200);
    const again = await hara.post(`/documents/${id}/submissions`, { expectedVersion: edited.body.version });
    expect(again.status).toBe(201);
    expect([await sees('fukui', id), await sees('goto', id)]).toEqual([false, true]);
  });

  it('a stand-in sees a confidential matter while the holder of the open seat is away, and for good once acted', async () => {
    const ids = [0, 1].map(() => submitContract(town, { attributes: { ...SECRET, ...URGENT, escalations: [] } }));
    const [left, decided] = await Promise.all(ids);
    if (!left || !decided) throw new Error('Nothing was submitted.');
    for (const id of [left, decided]) await approveBy(town, id, 'goto', 'fukagawa', 'takarabe');
    const away = { from: '2026-06-10T09:00:00+09:00', until: '2026-06-12T00:00:00+09:00', reason: '出張' };
    expect((await (await town.as('eto')).post('/absences', away)).status).toBe(201);
    town.clock.set(jst('2026-06-10 10:00'));
    town.newDay();
    await town.app.get(ReresolveSeats).run();
    expect(await sees('fukagawa', left)).toBe(true);
    expect(
      (
        await town.database.dataSource.query(
          `select staff_no from documents.participant where foreseen and document_id = $1`,
          [left],
        )
      ).length,
    ).toBeLessThanOrEqual(1);
  });

  it('RULE-40 a stand-in who did not act loses the confidential matter when the absence ends; who decided keeps it', async () => {
    const secret = { fields: { amount: 8_000_000 }, attributes: { ...SECRET, ...URGENT, escalations: [] } };
    town.clock.set(jst('2026-06-12 09:00'));
    town.newDay();
    const [left, decided] = [await submitContract(town, secret), await submitContract(town, secret)];
    for (const id of [left, decided]) await approveBy(town, id, 'goto', 'fukagawa', 'eto', 'takarabe');
    expect(await sees('aoki', left)).toBe(false);
    const away = { from: '2026-06-12T10:00:00+09:00', until: '2026-06-13T00:00:00+09:00', reason: '出張' };
    expect((await (await town.as('fukui')).post('/absences', away)).status).toBe(201);
    town.clock.set(jst('2026-06-12 11:00'));
    town.newDay();
    await town.app.get(ReresolveSeats).run();
    expect([await sees('aoki', left), await sees('aoki', decided)]).toEqual([true, true]);
    const { body } = await (await town.as('aoki')).get(`/documents/${decided}/approval`);
    const { seatId } = body.allowed.find(({ kind }: { kind: string }) => kind === 'acting_decide');
    const done = await act(town, 'aoki', decided, 'acting_decide', { seatId, comment: '副町長出張中のため' });
    expect([done.status, done.body.state]).toEqual([201, 'decided']);
    town.clock.set(jst('2026-06-15 09:00'));
    town.newDay();
    await town.app.get(ReresolveSeats).run();
    expect([await sees('aoki', left), await sees('aoki', decided)]).toEqual([false, true]);
    expect(await sees('fukui', left)).toBe(true);
  });
});
