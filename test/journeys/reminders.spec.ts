import { RemindHolders } from '@fubako/approvals';
import { deliverOwed } from './deliver';
import { type Town, act, approveBy, openTown, submitContract, submittedNotice } from './town';

/** RULE-35: what is due is said on the day, what is late to the holder and then upward; never on a closed day, never twice. */
describe('reminders', () => {
  let town: Town;
  let id = '';
  const morning = async (day: string): Promise<number> => {
    town.clock.set(`${day}T00:00:00Z`);
    town.newDay();
    const given = await town.app.get(RemindHolders).run();
    await deliverOwed(town, 'notifications.');
    return given;
  };
  const notices = async (login: string) =>
    (await (await town.as(login)).get('/notifications')).body.items.filter(
      ({ documentId }: { documentId: string }) => documentId === id,
    );
  const kinds = async (login: string): Promise<string[]> =>
    (await notices(login)).map(({ kind }: { kind: string }) => kind).toReversed();

  beforeAll(async () => {
    town = await openTown('2026-06-01T00:00:00Z');
    id = await submittedNotice(town);
  });
  afterAll(() => town?.close());

  it('the seat is due three open days after it opened; on that day its holder is told, once', async () => {
    const view = (await (await town.as('hara')).get(`/documents/${id}/approval`)).body;
    expect(view.steps[0].seats[0].dueOn).toBe('2026-06-04');
    expect(await morning('2026-06-03')).toBe(0);
    expect(await morning('2026-06-04')).toBe(1);
    expect(await morning('2026-06-04')).toBe(0);
    expect(await kinds('goto')).toEqual(['seat_opened', 'due']);
    expect((await notices('goto'))[0].text).toContain('6月4日');
  });

  it('the day after it is overdue; on closed days nothing is said, also not after a standstill', async () => {
    expect(await morning('2026-06-06')).toBe(0);
    expect(await morning('2026-06-08')).toBe(1);
    expect(await kinds('goto')).toEqual(['seat_opened', 'due', 'overdue']);
  });

  it('three open days later the next head upward and the drafter hear of it, and the head may read it', async () => {
    expect(await morning('2026-06-09')).toBe(0);
    expect(await morning('2026-06-10')).toBe(1);
    expect(await kinds('fukagawa')).toEqual(['escalated']);
    expect(await kinds('hara')).toEqual(['escalated']);
    expect((await notices('fukagawa'))[0].text).toContain('後藤 学');
    expect((await (await town.as('fukagawa')).get(`/documents/${id}`)).status).toBe(200);
  });

  it('when the seat is done, what asked for it is read', async () => {
    await approveBy(town, id, 'goto');
    await deliverOwed(town, 'notifications.');
    for (const { readAt } of await notices('goto')) expect(readAt).not.toBeNull();
  });

  it('a held matter is asked for on its day instead', async () => {
    id = await submittedNotice(town);
    const held = await act(town, 'goto', id, 'hold', { comment: '照会中', until: '2026-06-22' });
    expect(held.status).toBe(201);
    await morning('2026-06-19');
    expect(await kinds('goto')).toEqual(['seat_opened']);
    await morning('2026-06-22');
    expect(await kinds('goto')).toEqual(['seat_opened', 'held']);
  });

  it('an urgent matter is due on the next open day', async () => {
    const urgent = await submitContract(town, { attributes: { urgent: true, urgencyReason: '納期のため' } });
    const view = (await (await town.as('hara')).get(`/documents/${urgent}/approval`)).body;
    expect(view.steps[0].seats[0].dueOn).toBe('2026-06-23');
  });
});
