import { deliverOwed } from './deliver';
import { actAt, approvalOf, inboxOf, jst, reimport, seatIn } from './scenarios';
import { CONTRACT_FIELDS, type Town, act, approveBy, openSeat, openTown, reviewIfAsked, submitContract } from './town';

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

  describe('RULE-33 given up, it is told to everybody who agreed', () => {
    const told = async (id: string): Promise<string[]> => {
      await deliverOwed(town, 'notifications.');
      const heard: string[] = [];
      for (const login of ['hara', 'goto', 'fukagawa', 'takarabe', 'baba', 'eto', 'fukui']) {
        const { items } = (await (await town.as(login)).get('/notifications')).body;
        if (items.some((one: any) => one.documentId === id && one.kind === 'abandoned')) heard.push(login);
      }
      return heard;
    };

    it('by its drafter: 財政課 and 総務課 too, who spoke in the round before', async () => {
      const id = await returnedByBaba();
      await resubmit(id, { amount: 1_400_000 }, { substanceChanged: true });
      expect((await act(town, 'hara', id, 'abandon', { comment: '事業を取りやめるため' })).body.state).toBe(
        'abandoned',
      );
      expect(await told(id)).toEqual(['goto', 'fukagawa', 'takarabe', 'baba']);
    });

    it('by the records office after the decision: the sections, the decider and the drafter', async () => {
      const id = await submitContract(town);
      await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'baba', 'eto');
      const reason = { reason: '入札が不調のため' };
      const answer = await (await town.as('baba')).post(`/documents/${id}/execution/abandonments`, reason);
      expect(answer.status).toBe(201);
      expect(await told(id)).toEqual(['hara', 'goto', 'fukagawa', 'takarabe', 'eto']);
      const { state, history } = await approvalOf(town, 'hara', id);
      expect([state, history.at(-1)]).toEqual([
        'abandoned',
        expect.objectContaining({ kind: 'abandon', actorName: '馬場 恵子', comment: reason.reason }),
      ]);
    });
  });
});

describe('a route with all that a table and a drafter can ask for', () => {
  const ROW = 'contract,10,,500001,3000000,70,,S22;S21,部長専決';

  it('RULE-31 a section by way of its 担当, two of three sections, confirmation by 事務取扱, and a reader who holds nothing up', async () => {
    await reimport(town, {
      'delegation_rules.csv': (text) =>
        text.replace('3000000,70,,S22,部長専決', '3000000,70,,S22/U221;S21;S23#2,部長専決'),
    });
    const hara = await town.as('hara');
    const { body: draft } = await hara.post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS });
    const requested = {
      additions: [
        { kind: 'confirmation', postCode: 'P-S24-H' },
        { kind: 'circulation', postCode: 'P-S50-H' },
      ],
    };
    const path = `/documents/${draft.id}/submissions`;
    expect((await hara.post(path, { expectedVersion: draft.version, requested })).status).toBe(201);
    const seats = async () => {
      const { steps } = await approvalOf(town, 'hara', draft.id);
      return Object.fromEntries(
        steps.flatMap((step: any) =>
          step.seats.map((seat: any) => [`${step.kind} ${seat.unitName}`, seat.act?.outcome ?? seat.state]),
        ),
      );
    };
    expect(await seats()).toMatchObject({ 'circulation 会計課': 'active', 'line 福祉係': 'active' });
    await approveBy(town, draft.id, 'goto', 'fukagawa');
    expect(await seats()).toMatchObject({
      'concurrence 財政係': 'active',
      'concurrence 財政課': 'waiting',
      'concurrence 総務課': 'active',
      'concurrence 税務課': 'active',
    });
    await approveBy(town, draft.id, 'sano', 'baba');
    expect((await seats())['concurrence 財政課']).toBe('active');
    await approveBy(town, draft.id, 'takarabe');
    expect((await seats())['concurrence 税務課']).toBe('skipped');
    await approveBy(town, draft.id, 'eto');
    const decided = await approvalOf(town, 'hara', draft.id);
    expect([decided.state, (await seats())['confirmation 防災安全課']]).toEqual(['decided', 'active']);
    const confirmed = await act(town, 'aoki', draft.id);
    expect(confirmed.body.history.at(-1)).toMatchObject({ actorName: '青木 隆', label: '確認' });
    expect((await seats())['circulation 会計課']).toBe('active');
    expect((await act(town, 's1023', draft.id)).status).toBe(201);
    expect((await seats())['circulation 会計課']).toBe('read');
  });

  it('RULE-60 an edit on the way is a revision with author and difference; who saw the text before does not agree to it unseen', async () => {
    await reimport(town, {
      'delegation_rules.csv': (text) => text.replace('contract,10,,500001,3000000,70,,S22,部長専決', ROW),
    });
    const id = await submitContract(town);
    await approveBy(town, id, 'goto');
    const fukagawa = await town.as('fukagawa');
    const before = await openSeat(fukagawa, id);
    const fields = { ...CONTRACT_FIELDS, reason: '前年度の実績を踏まえ、専門の事業者に委託するため。' };
    const edit = { ...before, fields, comment: '語句を整えた' };
    expect((await fukagawa.post(`/documents/${id}/revisions`, edit)).body).toMatchObject({ revisionNo: 2, round: 1 });
    const unseen = await fukagawa.post(`/documents/${id}/acts`, { kind: 'approve', ...before });
    expect([unseen.status, unseen.body.code, unseen.body.rule]).toEqual([409, 'approvals.content-changed', 'RULE-60']);
    const { items } = (await fukagawa.get(`/documents/${id}/revisions`)).body;
    expect(items.map((one: any) => [one.no, one.createdBy.name]).toSorted()).toEqual([
      [1, '原 大地'],
      [2, '深川 直美'],
    ]);
    const goto = await town.as('goto');
    const { body: changes } = await goto.get(`/documents/${id}/changes?from=1&to=2`);
    expect(changes.fields.map(({ name, substance }: any) => [name, substance])).toEqual([['reason', false]]);
    await deliverOwed(town, 'notifications.');
    const told = (await goto.get('/notifications')).body.items;
    expect(told).toContainEqual(expect.objectContaining({ kind: 'revised', documentId: id }));
    await approveBy(town, id, 'fukagawa', 'takarabe', 'baba');
    const eto = await town.as('eto');
    const larger = { ...(await openSeat(eto, id)), fields: { ...fields, amount: 1_300_000 }, comment: '見積のとおり' };
    const again = await eto.post(`/documents/${id}/revisions`, larger);
    expect([seatIn(again.body, '福祉係', '係長').state, seatIn(again.body, '財政課', '課長').state]).toEqual([
      'active',
      'waiting',
    ]);
  });
});
