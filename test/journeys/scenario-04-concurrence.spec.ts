import { deliverOwed } from './deliver';
import { actAt, approvalOf, inboxOf, jst, seatIn } from './scenarios';
import { type Town, act, approveBy, openTown, reviewIfAsked, submitContract } from './town';
import { reimport } from './scenarios';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-05-10T00:00:00Z');
  // Contracts of this size are concurred by 財政課 and 総務課 at once.
  await reimport(town, {
    'delegation_rules.csv': (text) =>
      text.replace('contract,10,,500001,3000000,70,,S22,部長専決', 'contract,10,,500001,3000000,70,,S22;S21,部長専決'),
  });
  town.clock.set(jst('2026-05-11 09:00'));
});
afterAll(() => town?.close());

/** 財部 agrees at 10:00, 馬場 returns at 11:00. */
async function returnedByBaba(): Promise<string> {
  town.clock.set(jst('2026-05-11 09:00'));
  const id = await submitContract(town);
  await approveBy(town, id, 'goto', 'fukagawa');
  expect((await actAt(town, '2026-05-11 10:00', ['takarabe', id])).status).toBe(201);
  expect(await inboxOf(town, 'eto', 'decision')).not.toContain(id);
  const answer = await actAt(town, '2026-05-11 11:00', ['baba', id, 'return', { comment: '根拠条文の記載を直すこと' }]);
  expect([answer.status, answer.body.state]).toEqual([201, 'returned']);
  return id;
}

async function resubmit(id: string, fields: object, more: object): Promise<any> {
  town.clock.set(jst('2026-05-11 13:00'));
  const hara = await town.as('hara');
  const { body } = await hara.get(`/documents/${id}`);
  const edited = await hara.patch(
    `/documents/${id}`,
    { fields: { ...body.fields, ...fields } },
    { ifMatch: body.version },
  );
  if (edited.status !== 200) throw new Error(JSON.stringify(edited.body));
  const answer = await hara.post(`/documents/${id}/submissions`, { expectedVersion: edited.body.version, ...more });
  expect(answer.status).toBe(201);
  return answer.body;
}

const states = (approval: any) =>
  Object.fromEntries(
    approval.steps.flatMap((step: any) =>
      step.seats.map((seat: any) => [
        `${seat.unitName} ${seat.postTitle}`,
        `${seat.state}${seat.act?.stale ? ' stands' : ''}`,
      ]),
    ),
  );

describe('S04 concurrence by two sections, one returns', () => {
  it('(a) 非実質: the resubmission goes only to 馬場; 財部’s act stays and he gets a notice of the difference', async () => {
    const id = await returnedByBaba();
    const again = await resubmit(
      id,
      { reason: '前年度の実績を踏まえ、専門事業者に委託する必要があるため。' },
      { substanceChanged: false },
    );
    expect(states(again)).toMatchObject({
      '福祉係 係長': 'done stands',
      '福祉課 課長': 'done stands',
      '財政課 課長': 'done stands',
      '総務課 課長': 'active',
      '健康福祉部 部長': 'waiting',
    });
    for (const [login, has] of [
      ['baba', true],
      ['takarabe', false],
      ['eto', false],
      ['goto', false],
    ] as const)
      expect((await inboxOf(town, login, 'all')).includes(id)).toBe(has);
    await deliverOwed(town, 'notifications.');
    const told = (await (await town.as('takarabe')).get('/notifications')).body.items;
    expect(told).toContainEqual(expect.objectContaining({ kind: 'resubmitted', documentId: id }));
    const { body: changes } = await (await town.as('takarabe')).get(`/documents/${id}/changes?from=1&to=2`);
    expect(changes.fields.map(({ name }: any) => name)).toEqual(['reason']);
    await approveBy(town, id, 'baba');
    await reviewIfAsked(town, id, 'goto');
    expect((await act(town, 'eto', id)).body.state).toBe('decided');
  });

  it('(b) the amount changed: 実質 is forced, all act again in round 2, and round 1 with its reason stays readable', async () => {
    const id = await returnedByBaba();
    const again = await resubmit(id, { amount: 1_350_000 }, { substanceChanged: false });
    expect(again.round).toBe(2);
    expect(states(again)).toMatchObject({
      '福祉係 係長': 'active',
      '福祉課 課長': 'waiting',
      '財政課 課長': 'waiting',
      '総務課 課長': 'waiting',
      '健康福祉部 部長': 'waiting',
    });
    const first = again.history.filter(({ round }: any) => round === 1);
    expect(first.map(({ actorName, label }: any) => `${actorName} ${label}`)).toEqual([
      '原 大地 起案',
      '後藤 学 承認',
      '深川 直美 承認',
      '財部 進 同意',
      '馬場 恵子 差戻し',
    ]);
    expect(first.at(-1).comment).toBe('根拠条文の記載を直すこと');
    expect(again.lastReturn).toMatchObject({ byName: '馬場 恵子', round: 1 });
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe');
    expect(await inboxOf(town, 'eto', 'decision')).not.toContain(id);
    await approveBy(town, id, 'baba', 'eto');
    expect((await approvalOf(town, 'hara', id)).state).toBe('decided');
  });

  it('the drafter’s own word that the substance changed is enough', async () => {
    const id = await returnedByBaba();
    const again = await resubmit(id, { reason: '委託の範囲を改めた。' }, { substanceChanged: true });
    expect(seatIn(again, '福祉係', '係長').state).toBe('active');
    expect(seatIn(again, '財政課', '課長').state).toBe('waiting');
  });
});
