import { actIn, approvalOf, inboxOf, offered, seatIn } from './scenarios';
import { type Town, act, openTown } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-05-11T00:00:00Z');
});
afterAll(() => town?.close());

/** A journey above the limit of the 課長: 係長, 課長, and the 部長 decides. */
async function submitTrip(): Promise<string> {
  const hara = await town.as('hara');
  const fields = {
    subject: '先進地視察(見守り事業)',
    destination: '長野県佐久市',
    from: '2026-06-01',
    to: '2026-06-03',
    amount: 180_000,
  };
  const draft = await hara.post('/documents', { matterType: 'trip', fields });
  if (draft.status !== 201) throw new Error(JSON.stringify(draft.body));
  const submitted = await hara.post(`/documents/${draft.body.id}/submissions`, { expectedVersion: draft.body.version });
  if (submitted.status !== 201) throw new Error(JSON.stringify(submitted.body));
  return draft.body.id;
}

describe('S17 pull-up by mistake', () => {
  it('the dialog’s names: the later seat sees whom it would pass over, and cancelling restores the seats', async () => {
    const id = await submitTrip();
    const eto = await town.as('eto');
    const before = await approvalOf(town, 'eto', id);
    expect(offered(before).allowed).toContain('pull_up');
    const { id: seatId } = seatIn(before, '健康福祉部', '部長');
    const pulled = await actIn(town, 'eto', { documentId: id, seatId, kind: 'pull_up' });
    expect(pulled.status).toBe(201);
    expect(seatIn(pulled.body, '福祉係', '係長').state).toBe('passed');
    expect(seatIn(pulled.body, '福祉課', '課長').state).toBe('passed');
    expect(seatIn(pulled.body, '健康福祉部', '部長').state).toBe('active');
    expect(pulled.body.history.at(-1)).toMatchObject({ label: '引上げ', note: '後閲: 後藤 学、深川 直美' });
    expect(await inboxOf(town, 'goto', 'all')).not.toContain(id);
    expect(await inboxOf(town, 'goto', 'post_review')).not.toContain(id);

    const cancelled = await eto.post(`/documents/${id}/acts`, { kind: 'cancel_pull_up', seatId });
    expect(cancelled.status).toBe(201);
    expect(seatIn(cancelled.body, '福祉係', '係長').state).toBe('active');
    expect(seatIn(cancelled.body, '福祉課', '課長').state).toBe('waiting');
    expect(seatIn(cancelled.body, '健康福祉部', '部長').state).toBe('waiting');
    expect(await inboxOf(town, 'goto', 'all')).toContain(id);
  });

  it('after approval everybody passed over has a 後閲 item, the decision is valid, and it cannot be cancelled', async () => {
    const id = await submitTrip();
    const { id: seatId } = seatIn(await approvalOf(town, 'goto', id), '健康福祉部', '部長');
    await actIn(town, 'eto', { documentId: id, seatId, kind: 'pull_up' });
    const decided = await act(town, 'eto', id);
    expect([decided.status, decided.body.state]).toEqual([201, 'decided']);
    for (const login of ['goto', 'fukagawa']) expect(await inboxOf(town, login, 'post_review')).toContain(id);
    const late = await actIn(town, 'eto', { documentId: id, seatId, kind: 'cancel_pull_up' });
    expect(late.status).toBe(409);
    const passed = seatIn(decided.body, '福祉係', '係長');
    const read = { documentId: id, seatId: passed.id, kind: 'post_review', outcome: 'acknowledged' };
    const after = await actIn(town, 'goto', read);
    expect(after.body.state).toBe('decided');
    expect(seatIn(after.body, '福祉係', '係長').postReview).toMatchObject({
      cause: 'pull_up',
      outcome: 'acknowledged',
    });
  });
});
