import { deliverOwed } from './deliver';
import { pdfText, squashed } from './pdf-text';
import { actAt, actIn, approvalOf, inboxOf, jst, offered, reimportSettings, seatIn } from './scenarios';
import { type Town, act, openTown, reviewIfAsked, submitContract } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-06-08T00:00:00Z');
  const eto = await town.as('eto');
  const away = { from: '2026-06-10T00:00:00+09:00', until: '2026-06-13T00:00:00+09:00', reason: '県庁へ出張' };
  expect((await eto.post('/absences', away)).status).toBe(201);
});
afterAll(() => town?.close());

const URGENT = { urgent: true, urgencyReason: '契約期限が迫っているため' };

/** 原 submits at 09:00; 後藤 and 深川 approve, 財部 concurs at 11:20, the records clerk reviews. */
async function upToDecision(attributes: object, concurrence: object = {}): Promise<string> {
  town.clock.set(jst('2026-06-10 09:00'));
  const id = await submitContract(town, { attributes });
  expect((await actAt(town, '2026-06-10 09:30', ['goto', id])).status).toBe(201);
  expect((await actAt(town, '2026-06-10 10:00', ['fukagawa', id])).status).toBe(201);
  expect((await actAt(town, '2026-06-10 11:20', ['takarabe', id, 'approve', concurrence])).status).toBe(201);
  await reviewIfAsked(town, id, 'fukagawa');
  town.clock.set(jst('2026-06-10 11:35'));
  return id;
}

async function decisionSeat(login: string, id: string) {
  return seatIn(await approvalOf(town, login, id), '健康福祉部', '部長');
}

const instead = (documentId: string, seatId: string, comment: string | null = '部長出張中で急ぐため') => ({
  documentId,
  seatId,
  kind: 'acting_decide',
  comment,
});

describe('S01 部長不在の代決, then 後閲', () => {
  let id: string;
  let seatId: string;
  beforeAll(async () => {
    id = await upToDecision(URGENT);
  });

  it('the seat shows 不在, and only 深川 gets a 代決 button', async () => {
    const seat = await decisionSeat('fukagawa', id);
    seatId = seat.id;
    expect(seat).toMatchObject({
      state: 'active',
      holder: { name: '江藤 信一' },
      away: { kind: 'absence', standIn: '深川 直美' },
    });
    expect(seat.away.until).toBe('2026-06-12T15:00:00.000Z');
    expect(offered(await approvalOf(town, 'fukagawa', id)).allowed).toContain('acting_decide');
    for (const login of ['goto', 'takarabe', 'hara']) {
      const { allowed, refused } = offered(await approvalOf(town, login, id));
      expect(allowed).not.toContain('acting_decide');
      expect(Object.keys(refused)).not.toContain('acting_decide');
      expect((await actIn(town, login, instead(id, seatId))).status).toBe(403);
    }
    expect(await inboxOf(town, 'fukagawa', 'acting')).toContain(id);
    expect(await inboxOf(town, 'fukagawa', 'all')).not.toContain(id);
    expect(await inboxOf(town, 'fukagawa', 'all&acting=true')).toContain(id);
  });

  it('a reason is required', async () => {
    expect(await actIn(town, 'fukagawa', instead(id, seatId, null))).toMatchObject({
      status: 422,
      body: { code: 'approvals.reason-required' },
    });
  });

  it('he acts at 11:35: decided then, with the record line, his own approval a separate act, and the number at once', async () => {
    const { status, body } = await actIn(town, 'fukagawa', instead(id, seatId));
    expect(status).toBe(201);
    expect(body.state).toBe('decided');
    const own = body.history.filter(({ actorName }: any) => actorName === '深川 直美');
    expect(own.map(({ label, at, note }: any) => [label, at, note])).toEqual([
      ['承認', '2026-06-10T01:00:00.000Z', null],
      ['代決', '2026-06-10T02:35:00.000Z', '部長 江藤 信一 不在のため 福祉課 課長 深川 直美 代決'],
    ]);
    const document = (await (await town.as('fukagawa')).get(`/documents/${id}`)).body;
    expect(document).toMatchObject({ state: 'decided', decidedAt: '2026-06-10T02:35:00.000Z' });
    expect(document.dispatchNumber).toMatch(/^8浜福第\d+号$/);
    expect(seatIn(body, '健康福祉部', '部長').act).toMatchObject({
      actorName: '深川 直美',
      capacity: 'acting',
      inSteadOf: '部長 江藤 信一',
    });
  });

  it('the sheet prints who decided in whose stead', async () => {
    const { status, bytes } = await (await town.as('fukagawa')).bytes(`/documents/${id}/sheet.pdf`);
    expect(status).toBe(200);
    const text = squashed(await pdfText(bytes));
    expect(text).toContain('代課長');
    expect(text).toContain('部長江藤信一不在のため福祉課課長深川直美代決。部長出張中で急ぐため');
  });

  it('on Monday 江藤 finds one 要後閲 item; 意見 adds a line and the state stays DECIDED', async () => {
    town.clock.set(jst('2026-06-15 08:30'));
    expect(await inboxOf(town, 'eto', 'post_review')).toEqual([id]);
    const before = await approvalOf(town, 'eto', id);
    expect(offered(before).allowed).toEqual(['post_review']);
    const opinion = { documentId: id, seatId, kind: 'post_review', outcome: 'opinion' };
    expect((await actIn(town, 'eto', opinion)).body.code).toBe('approvals.reason-required');
    const { status, body } = await actIn(town, 'eto', { ...opinion, comment: '次回は事前に一報ください。' });
    expect(status).toBe(201);
    expect(body.state).toBe('decided');
    expect(body.history).toHaveLength(before.history.length + 1);
    expect(body.history.at(-1)).toMatchObject({ label: '後閲', actorName: '江藤 信一', note: '意見あり' });
    expect(body.steps).toEqual(
      before.steps.map((step: any) => ({
        ...step,
        seats: step.seats.map((seat: any) =>
          seat.id === seatId ? { ...seat, postReview: expect.objectContaining({ outcome: 'opinion' }) } : seat,
        ),
      })),
    );
    expect(await inboxOf(town, 'eto', 'post_review')).toEqual([]);
    await deliverOwed(town, 'notifications.');
    const told = (await (await town.as('baba')).get('/notifications')).body.items;
    expect(told).toContainEqual(expect.objectContaining({ kind: 'post_review_opinion', documentId: id }));
    const listed = await (await town.as('baba')).get('/approval-reports/matters?list=review_opinions');
    expect(listed.body.items.map(({ documentId }: any) => documentId)).toEqual([id]);
  });

  it('了 adds a line and changes nothing else', async () => {
    const other = await upToDecision(URGENT);
    const seat = await decisionSeat('fukagawa', other);
    expect((await actIn(town, 'fukagawa', instead(other, seat.id))).status).toBe(201);
    town.clock.set(jst('2026-06-15 09:00'));
    const read = { documentId: other, seatId: seat.id, kind: 'post_review', outcome: 'acknowledged' };
    const { body } = await actIn(town, 'eto', read);
    expect(body.history.at(-1)).toMatchObject({ label: '後閲', note: '了' });
    expect((await actIn(town, 'eto', read)).body.code).toBe('approvals.already-acted');
  });

  it('without 至急 it is refused with the rule, and no act is stored', async () => {
    const calm = await upToDecision({});
    const seat = await decisionSeat('fukagawa', calm);
    const before = await approvalOf(town, 'fukagawa', calm);
    expect(offered(before).refused.acting_decide).toBe('RULE-40');
    const answer = await actIn(town, 'fukagawa', instead(calm, seat.id));
    expect(answer).toMatchObject({ status: 409, body: { code: 'approvals.not-urgent' } });
    expect((await approvalOf(town, 'fukagawa', calm)).history).toEqual(before.history);
  });

  it('on 06-15, with the decider present, the same request is refused and nothing is stored', async () => {
    const back = await upToDecision(URGENT);
    const seat = await decisionSeat('fukagawa', back);
    town.clock.set(jst('2026-06-15 09:00'));
    const before = await approvalOf(town, 'fukagawa', back);
    expect(offered(before).allowed).not.toContain('acting_decide');
    expect((await actIn(town, 'fukagawa', instead(back, seat.id))).status).toBe(403);
    expect((await approvalOf(town, 'fukagawa', back)).history).toEqual(before.history);
    expect((await actAt(town, '2026-06-15 09:05', ['eto', back])).body.state).toBe('decided');
  });
});

describe('S02 代決 is forbidden', () => {
  const UNUSUAL = { ...URGENT, escalations: ['unusual'] };
  const OTHERS = ['special_instruction', 'important', 'new', 'precedent', 'disputed', 'legal_doubt'];

  it('RULE-23 where 異例 raises the decision, the 部長 is no longer the decider and nobody decides for him', async () => {
    town.clock.set(jst('2026-06-10 09:00'));
    const id = await submitContract(town, { attributes: UNUSUAL });
    for (const login of ['goto', 'fukagawa']) expect((await act(town, login, id)).status).toBe(201);
    const approval = await approvalOf(town, 'fukagawa', id);
    expect(approval.decisionLabel).toBe('副町長専決');
    expect(offered(approval).allowed).not.toContain('acting_decide');
    const seat = seatIn(approval, '健康福祉部', '部長');
    expect(seat).toMatchObject({ state: 'active', away: { kind: 'absence' } });
    expect((await actIn(town, 'fukagawa', instead(id, seat.id))).status).toBe(409);
  });

  it('異例 where the table decides the level: no button, and the API refuses with the rule number', async () => {
    await reimportSettings(town, { escalationGrounds: OTHERS });
    const id = await upToDecision(UNUSUAL);
    const approval = await approvalOf(town, 'fukagawa', id);
    expect(approval.decisionLabel).toBe('部長専決');
    expect(offered(approval)).toMatchObject({ refused: { acting_decide: 'RULE-42' } });
    const answer = await actIn(town, 'fukagawa', instead(id, seatIn(approval, '健康福祉部', '部長').id));
    expect(answer).toMatchObject({ status: 409, body: { code: 'approvals.matter-excluded' } });
    expect(answer.body.detail).toContain('RULE-42');
  });

  it('with a stored prior instruction the 異例 case becomes allowed and the instruction is printed on the record', async () => {
    const id = await upToDecision(UNUSUAL);
    const { id: seatId } = await decisionSeat('fukagawa', id);
    const said = { seatId, givenOn: '2026-06-08', text: '異例だが、見積が揃えば進めてよい。' };
    const fukagawa = await town.as('fukagawa');
    expect((await (await town.as('sano')).post(`/documents/${id}/instructions`, said)).status).toBe(404);
    const later = { ...said, givenOn: '2026-06-11' };
    expect((await fukagawa.post(`/documents/${id}/instructions`, later)).body.code).toBe('approvals.bad-date');
    const recorded = await fukagawa.post(`/documents/${id}/instructions`, said);
    expect(recorded.body.instructions).toEqual([
      {
        postTitle: '部長',
        givenByName: '江藤 信一',
        givenOn: '2026-06-08',
        text: said.text,
        recordedByName: '深川 直美',
      },
    ]);
    expect(offered(recorded.body).allowed).toContain('acting_decide');
    const { status, body } = await actIn(town, 'fukagawa', instead(id, seatId));
    expect([status, body.state]).toEqual([201, 'decided']);
    expect(body.history.at(-1).note).toContain('事前の指示: 江藤 信一 2026-06-08: 異例だが、見積が揃えば進めてよい。');
    const { bytes } = await fukagawa.bytes(`/documents/${id}/sheet.pdf`);
    expect(squashed(await pdfText(bytes))).toContain('異例だが、見積が揃えば進めてよい。');
  });

  it('不同意 is never allowed, also with an instruction, and goes to the 町長', async () => {
    const id = await upToDecision(URGENT, { outcome: 'objected', comment: '予算の裏付けがない' });
    const approval = await approvalOf(town, 'fukagawa', id);
    expect(approval.decisionLabel).toBe('町長決裁');
    expect(seatIn(approval, '町長部局', '町長').reason.rule).toBe('RULE-34');
    expect(offered(approval).allowed).not.toContain('acting_decide');
    const { id: seatId } = seatIn(approval, '健康福祉部', '部長');
    expect((await actIn(town, 'fukagawa', instead(id, seatId))).status).toBe(409);
    // Neither is the mayor's decision made for him.
    town.clock.set(jst('2026-06-15 09:00'));
    const away = { from: '2026-06-15T00:00:00+09:00', until: '2026-06-17T00:00:00+09:00', reason: '出張' };
    expect((await (await town.as('machida')).post('/absences', away)).status).toBe(201);
    expect((await actAt(town, '2026-06-15 09:05', ['eto', id])).status).toBe(201);
    const mayor = seatIn(await approvalOf(town, 'fukagawa', id), '町長部局', '町長');
    const refused = await actIn(town, 'fukui', instead(id, mayor.id));
    expect(refused).toMatchObject({ status: 409, body: { code: 'approvals.not-agreed' } });
    expect(refused.body.detail).toContain('RULE-34');
  });
});
