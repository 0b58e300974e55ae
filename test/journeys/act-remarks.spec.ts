import { approvalOf, jst } from './scenarios';
import { type Town, act, approveBy, openSeat, openTown, submitContract } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-06-09T23:00:00Z', { postReview: 'acting_judgement' });
});
afterAll(() => town?.close());

/** An urgent contract for 江藤, who is away from 09:00 on. */
async function waitingForDeputy(): Promise<{ id: string; seatId: string }> {
  const id = await submitContract(town, { attributes: { urgent: true, urgencyReason: '納期のため' } });
  await approveBy(town, id, 'goto', 'fukagawa', 'takarabe');
  const { allowed } = await approvalOf(town, 'fukagawa', id);
  return { id, seatId: allowed.find(({ kind }: any) => kind === 'acting_decide').seatId };
}

describe('what is said beside an act', () => {
  it('RULE-44 where the town leaves 後閲 to the acting person, the offer says so and the record keeps the word', async () => {
    const away = { from: '2026-06-10T09:00:00+09:00', until: '2026-06-13T00:00:00+09:00', reason: '出張' };
    expect((await (await town.as('eto')).post('/absences', away)).status).toBe(201);
    town.clock.set(jst('2026-06-10 10:00'));
    town.newDay();
    const asked = await waitingForDeputy();
    const offer = (await approvalOf(town, 'fukagawa', asked.id)).allowed.find(
      ({ kind }: any) => kind === 'acting_decide',
    );
    expect(offer.mayWaiveReview).toBe(true);
    const reason = { comment: '部長出張中のため' };
    const kept = await act(town, 'fukagawa', asked.id, 'acting_decide', { seatId: asked.seatId, ...reason });
    expect(kept.body.history.at(-1).note).not.toContain('後閲を要しない');
    const spared = await waitingForDeputy();
    const waived = { seatId: spared.seatId, postReview: false, ...reason };
    const decided = await act(town, 'fukagawa', spared.id, 'acting_decide', waived);
    expect([decided.status, decided.body.state]).toEqual([201, 'decided']);
    expect(decided.body.history.at(-1).note).toContain('後閲を要しない(代決者の判断)');
    const owed = (await (await town.as('eto')).get('/inbox?view=post_review')).body.items;
    expect(owed.map(({ documentId }: any) => documentId)).toEqual([asked.id]);
  });

  it('RULE-66 RULE-62 持回り and the day of occurrence stand beside the recorded time; a day to come is refused', async () => {
    const id = await submitContract(town);
    const goto = await town.as('goto');
    const seat = await openSeat(goto, id);
    const send = (occurredOn: string) =>
      goto.post(`/documents/${id}/acts`, { kind: 'approve', ...seat, handCarried: true, occurredOn });
    expect((await send('2026-06-11')).body.code).toBe('approvals.bad-date');
    const { status, body } = await send('2026-06-08');
    expect(status).toBe(201);
    expect(body.history.at(-1)).toMatchObject({
      note: '持回り。実施日: 令和8年6月8日',
      at: '2026-06-10T01:00:00.000Z',
    });
  });
});
