import { approvalOf, inboxOf, jst, reimportSettings, seatIn } from './scenarios';
import { CONTRACT_FIELDS, type Town, act, approveBy, openSeat, openTown, submitContract } from './town';

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

describe('what municipalities set differently', () => {
  /** From here on, for what is submitted anew. */
  const settle = async (settings: object) => {
    town.newDay();
    town.clock.set(jst('2026-06-16 09:00'));
    await reimportSettings(town, settings);
  };

  it('RULE-25 drafterSeat: a drafter who would approve the own draft is passed by, or cannot submit it', async () => {
    const submit = async () => {
      const goto = await town.as('goto');
      const fields = { subject: '係の伺い', body: '次のとおり。' };
      const { body } = await goto.post('/documents', { matterType: 'internal', fields });
      return goto.post(`/documents/${body.id}/submissions`, { expectedVersion: body.version });
    };
    await settle({ drafterSeat: 'skip' });
    expect((await submit()).status).toBe(201);
    await settle({ drafterSeat: 'block' });
    const refused = await submit();
    expect([refused.status, refused.body.code, refused.body.rule]).toEqual([422, 'approvals.own-seat', 'RULE-25']);
  });

  it('RULE-45 pullUp, RULE-40 actingRequiresUrgency: what a town switched off is refused by name, what it allows is offered', async () => {
    const away = { from: '2026-06-16T09:00:00+09:00', until: '2026-06-17T00:00:00+09:00', reason: '出張' };
    expect((await (await town.as('eto')).post('/absences', away)).status).toBe(201);
    const saying = async (settings: object) => {
      await settle(settings);
      const id = await submitContract(town);
      const early = await approvalOf(town, 'fukagawa', id);
      await approveBy(town, id, 'goto', 'fukagawa', 'takarabe');
      const late = await approvalOf(town, 'fukagawa', id);
      const of = ({ allowed, refused }: any, wanted: string) =>
        allowed.some(({ kind }: any) => kind === wanted) || refused.find(({ kind }: any) => kind === wanted)?.code;
      return [of(early, 'pull_up'), of(late, 'acting_decide')];
    };
    expect(await saying({})).toEqual([true, 'not-urgent']);
    expect(await saying({ pullUp: false, actingRequiresUrgency: false })).toEqual(['switched-off', true]);
  });

  it('RULE-45 absentIntermediates: an absent head is waited for, or reads it afterwards', async () => {
    const away = { from: '2026-06-16T09:00:00+09:00', until: '2026-06-17T00:00:00+09:00', reason: '出張' };
    expect((await (await town.as('fukagawa')).post('/absences', away)).status).toBe(201);
    const head = async (absentIntermediates: string) => {
      await settle({ absentIntermediates });
      const id = await submitContract(town);
      await approveBy(town, id, 'goto');
      return { id, state: seatIn(await approvalOf(town, 'hara', id), '福祉課', '課長').state };
    };
    expect((await head('wait')).state).toBe('active');
    const passed = await head('post_review');
    expect(passed.state).toBe('passed');
    expect(await inboxOf(town, 'fukagawa', 'post_review')).toContain(passed.id);
    expect(await inboxOf(town, 'takarabe', 'all')).toContain(passed.id);
  });

  it('代理決定 actingForIntermediates: for an absent head on the way somebody of the acting order acts, who then reads it', async () => {
    const waiting = async (settings: object) => {
      await settle(settings);
      const id = await submitContract(town);
      await approveBy(town, id, 'goto');
      return { id, approval: await approvalOf(town, 'goto', id) };
    };
    const off = (await waiting({})).approval.refused.find(({ kind }: any) => kind === 'acting_approve');
    expect(off).toMatchObject({ code: 'switched-off', rule: 'RULE-40' });
    const { id, approval } = await waiting({ actingForIntermediates: true });
    const { seatId } = approval.allowed.find(({ kind }: any) => kind === 'acting_approve');
    const acted = await act(town, 'goto', id, 'acting_approve', { seatId, comment: '課長出張中のため' });
    expect([acted.status, acted.body.history.at(-1).note]).toEqual([
      201,
      expect.stringContaining('深川 直美 不在のため'),
    ]);
    expect(await inboxOf(town, 'takarabe', 'all')).toContain(id);
    expect(await inboxOf(town, 'fukagawa', 'post_review')).toContain(id);
  });

  it('RULE-50 resubmitEntry: anew from the start, although the substance is the same', async () => {
    await settle({ resubmitEntry: 'resumeFromStart' });
    const id = await submitContract(town);
    await approveBy(town, id, 'goto');
    expect((await act(town, 'fukagawa', id, 'return', { comment: '文言を直すこと' })).status).toBe(201);
    const hara = await town.as('hara');
    const { body } = await hara.get(`/documents/${id}`);
    const more = { expectedVersion: body.version, substanceChanged: false };
    const { body: again } = await hara.post(`/documents/${id}/submissions`, more);
    expect([seatIn(again, '福祉係', '係長').state, seatIn(again, '福祉課', '課長').state]).toEqual([
      'active',
      'waiting',
    ]);
  });

  it('reviewTiming: 審査 stands before the decision, always after it, or nowhere', async () => {
    const last = async (reviewTiming: string) => {
      await settle({ reviewTiming });
      const { steps } = await approvalOf(town, 'hara', await submitContract(town));
      return steps.map(({ kind }: any) => kind).slice(-2);
    };
    expect(await last('before')).toEqual(['review', 'decision']);
    expect(await last('after')).toEqual(['decision', 'review']);
    expect(await last('none')).toEqual(['concurrence', 'decision']);
  });

  /** One contract, approved in bulk by 後藤. */
  const inBulk = async (settings: object, attributes: object = {}) => {
    await settle(settings);
    const documentId = await submitContract(town, { attributes });
    const goto = await town.as('goto');
    const { seatId, contentDigest, expectedVersion: version } = await openSeat(goto, documentId);
    const { body } = await goto.post('/bulk-approvals', { items: [{ documentId, seatId, version, contentDigest }] });
    return body.outcomes.map(({ outcome, code }: any) => code ?? outcome);
  };

  it('RULE-64 bulkExcludes: what a town does not exclude is approved in bulk', async () => {
    const secret = { confidentiality: 'secret' };
    expect(await inBulk({ bulkExcludes: ['secret'] }, secret)).toEqual(['secret']);
    expect(await inBulk({ bulkExcludes: [] }, secret)).toEqual(['applied']);
  });

  it('RULE-64 bulkMaxAmount: 1,200,000 yen are too much for bulk in one town, and not in another', async () => {
    expect(await inBulk({ bulkMaxAmount: 1_000_000 })).toEqual(['over_amount']);
    expect(await inBulk({ bulkMaxAmount: null })).toEqual(['applied']);
  });

  it('RULE-35 stepDays: the day by which a seat should have acted, urgent matters by their own', async () => {
    const dueOn = async (stepDays: object, attributes: object = {}) => {
      await settle({ stepDays });
      const approval = await approvalOf(town, 'hara', await submitContract(town, { attributes }));
      return seatIn(approval, '福祉係', '係長').dueOn;
    };
    const urgent = { urgent: true, urgencyReason: '納期のため' };
    // 16 June is a Tuesday.
    expect([await dueOn({}), await dueOn({ line: 1 })]).toEqual(['2026-06-19', '2026-06-17']);
    expect([await dueOn({}, urgent), await dueOn({ urgent: 2 }, urgent)]).toEqual(['2026-06-17', '2026-06-18']);
  });

  it('RULE-50 returnReasons: the usual reasons of a return are the town’s own', async () => {
    const offer = async () => (await (await town.as('goto')).get('/return-reasons')).body.items;
    await settle({});
    expect(await offer()).toHaveLength(9);
    await settle({ returnReasons: ['見積書がありません。'] });
    expect(await offer()).toEqual(['見積書がありません。']);
  });

  it('RULE-11 paperReasons: only the town’s own reasons are taken, and its last one asks for words', async () => {
    const submit = async (paperReason: string) => {
      const hara = await town.as('hara');
      const attributes = { medium: 'paper', paperReason };
      const draft = { matterType: 'contract', fields: CONTRACT_FIELDS, attributes };
      const { body } = await hara.post('/documents', draft);
      const answer = await hara.post(`/documents/${body.id}/submissions`, { expectedVersion: body.version });
      return answer.body.errors?.map(({ pointer }: any) => pointer) ?? answer.status;
    };
    await settle({ paperReasons: ['大判の図面', '所属長の指示'] });
    expect((await (await town.as('hara')).get('/paper-reasons')).body.items).toEqual(['大判の図面', '所属長の指示']);
    expect(await submit('大判の図面')).toBe(201);
    expect(await submit('会計課に提出する支払の原本')).toEqual(['/attributes/paperReason']);
    expect(await submit('所属長の指示')).toEqual(['/attributes/paperNote']);
  });
});
