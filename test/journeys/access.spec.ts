import { PASSWORD, type Person, type Town, approveBy, openSeat, openTown, signIn, submitContract } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-05-11T00:00:00Z', {
    access: { stepUp: { acts: ['final_decision', 'export', 'disposal'], decisionsFrom: 1_000_000 } },
  });
});
afterAll(() => town?.close());

const LINE = ['goto', 'fukagawa', 'takarabe'];
/** The person some minutes after signing in, without a proof since. */
async function later(login: string): Promise<Person> {
  const person = await signIn(town.url, login);
  town.clock.set(new Date((await town.clock.now()).getTime() + 6 * 60_000));
  return person;
}

/** The same person with the cookie that the proof gave. */
async function proven(person: Person): Promise<Person> {
  const { status, headers } = await person.post('/session/proof', { password: PASSWORD });
  expect(status).toBe(204);
  return Object.assign(Object.create(person), { cookie: headers.get('set-cookie')?.split(';')[0] }) as Person;
}

describe('ID-15 本人確認 before weighty acts', () => {
  it('a final decision from the amount on is asked for it; repeated under the same key it is done once', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, ...LINE);
    const eto = await later('eto');
    const seat = await openSeat(eto, id);
    const key = crypto.randomUUID();
    const asked = await eto.post(`/documents/${id}/acts`, { kind: 'approve', ...seat }, { key });
    expect({ status: asked.status, ...asked.body }).toMatchObject({
      status: 403,
      code: 'identity.proof-needed',
      act: 'final_decision',
      by: ['password'],
      withinMinutes: 5,
    });
    const again = await proven(eto);
    const done = await again.post(`/documents/${id}/acts`, { kind: 'approve', ...seat }, { key });
    expect({ status: done.status, state: done.body.state }).toEqual({ status: 201, state: 'decided' });
  });

  it('a smaller decision and a return are not', async () => {
    const small = await submitContract(town, { fields: { amount: 300_000 } });
    await approveBy(town, small, 'goto');
    const fukagawa = await later('fukagawa');
    const seat = await openSeat(fukagawa, small);
    expect((await fukagawa.post(`/documents/${small}/acts`, { kind: 'approve', ...seat })).status).toBe(201);
    const large = await submitContract(town);
    await approveBy(town, large, ...LINE);
    const eto = await later('eto');
    const back = { kind: 'return', comment: '積算を見直すこと', ...(await openSeat(eto, large)) };
    expect((await eto.post(`/documents/${large}/acts`, back)).status).toBe(201);
  });

  it('a series is asked once', async () => {
    const ids = [await submitContract(town), await submitContract(town)];
    for (const id of ids) await approveBy(town, id, ...LINE);
    const eto = await later('eto');
    const items = await Promise.all(
      ids.map(async (documentId) => {
        const { seatId, expectedVersion, contentDigest } = await openSeat(eto, documentId);
        return { documentId, seatId, version: expectedVersion, contentDigest };
      }),
    );
    const key = crypto.randomUUID();
    expect((await eto.post('/bulk-approvals', { items }, { key })).body.code).toBe('identity.proof-needed');
    const again = await proven(eto);
    const { status, body } = await again.post('/bulk-approvals', { items }, { key });
    expect({ status, count: body.outcomes?.length ?? body.items?.length }).toEqual({ status: 200, count: 2 });
  });

  it('exports and disposals are, whoever asks', async () => {
    const chiba = await later('chiba');
    const step = async (act: string) =>
      (await chiba.post(`/substitutes/${crypto.randomUUID()}/steps`, { act, on: '2026-05-11', method: '溶解' })).body;
    for (const act of ['decide_destruction', 'destroy']) expect((await step(act)).code).toBe('identity.proof-needed');
    expect((await step('approve')).code).toBe('records.no-such-substitute');
    for (const path of ['/search/exports', `/disposal-batches/${crypto.randomUUID()}/executions`])
      expect((await chiba.post(path, {})).body.code).toBe('identity.proof-needed');
    const again = await proven(chiba);
    for (const path of ['/search/exports', `/disposal-batches/${crypto.randomUUID()}/executions`])
      expect((await again.post(path, {})).body.code).not.toBe('identity.proof-needed');
  });
});
