import { ReresolveSeats } from '@fubako/approvals';
import { pdfText, squashed } from './pdf-text';
import { actIn, approvalOf, inboxOf, jst, offered, seatIn } from './scenarios';
import { type Town, act, approveBy, openTown, submitContract } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-08-31T00:00:00Z');
});
afterAll(() => town?.close());

const URGENT = { urgent: true, urgencyReason: '工期が迫っているため' };
const LINE = ['goto', 'fukagawa', 'eto', 'takarabe', 'baba'];

/** What the worker does every minute: open seats follow whoever can act for their posts now. */
const sweep = () => town.app.get(ReresolveSeats).run();

/** A contract that only the 町長 decides, up to his seat. */
async function waitingAtTheMayor(attributes: object = {}): Promise<string> {
  const id = await submitContract(town, { fields: { amount: 12_000_000 }, attributes });
  await approveBy(town, id, ...LINE);
  return id;
}

describe('S03 職務代理', () => {
  let waiting: string;
  let urgent: string;
  beforeAll(async () => {
    waiting = await waitingAtTheMayor();
    urgent = await waitingAtTheMayor(URGENT);
    const clerk = await town.as('s1027');
    const incapacity = {
      staffNo: '1001',
      kind: 'incapacity',
      from: '2026-09-01T00:00:00+09:00',
      until: '2026-09-21T00:00:00+09:00',
      reason: '入院',
      onBehalfBecause: '町長の事故',
    };
    expect((await clerk.post('/absences', incapacity)).status).toBe(201);
    const fukui = await town.as('fukui');
    const away = { from: '2026-09-08T00:00:00+09:00', until: '2026-09-09T00:00:00+09:00', reason: '出張' };
    expect((await fukui.post('/absences', away)).status).toBe(201);
  });

  it('the draft waits at the 町長; before the incapacity the 副町長 cannot decide it', async () => {
    expect(await inboxOf(town, 'machida', 'decision')).toEqual(expect.arrayContaining([waiting, urgent]));
    const { id: seatId } = seatIn(await approvalOf(town, 'goto', waiting), '町長部局', '町長');
    const fukui = await town.as('fukui');
    const early = await fukui.post(`/documents/${waiting}/acts`, { kind: 'approve', seatId });
    expect(early.status).toBe(404);
  });

  it('on 09-03 福井 decides as 町長職務代理者: a decision, no 後閲', async () => {
    town.clock.set(jst('2026-09-03 10:00'));
    await sweep();
    expect(await inboxOf(town, 'fukui', 'decision')).toEqual(expect.arrayContaining([waiting, urgent]));
    const { id: seatId } = seatIn(await approvalOf(town, 'goto', waiting), '町長部局', '町長');
    const answer = await actIn(town, 'fukui', { documentId: waiting, seatId, kind: 'approve' });
    expect([answer.status, answer.body.state]).toEqual([201, 'decided']);
    expect(answer.body.history.at(-1)).toMatchObject({
      actorName: '福井 正',
      actorTitle: '町長職務代理者 副町長',
      kind: 'decided',
    });
    expect(seatIn(answer.body, '町長部局', '町長')).toMatchObject({
      act: { capacity: 'statutory_deputy', inSteadOf: null },
      postReview: null,
    });
    expect(await inboxOf(town, 'machida', 'post_review')).toEqual([]);
    expect(offered(await approvalOf(town, 'machida', waiting)).allowed).toEqual([]);
  });

  it('the outgoing text carries the style of the deputy, and of the 町長 when he is back', async () => {
    const hara = await town.as('hara');
    expect((await hara.post(`/documents/${waiting}/execution/clean-copies`, {})).status).toBe(201);
    const text = async (id: string) => {
      const { status, bytes } = await hara.bytes(`/documents/${id}/execution/clean-copy.pdf`);
      expect(status).toBe(200);
      return squashed(await pdfText(bytes));
    };
    expect(await text(waiting)).toContain('浜見町長職務代理者浜見町副町長福井正');
    expect(await text(waiting)).not.toContain('町田');
  });

  it('on 09-08 the acting order of the deputy applies, and 後閲 goes to 福井, not 町田', async () => {
    town.clock.set(jst('2026-09-08 10:00'));
    await sweep();
    expect(await inboxOf(town, 'aoki', 'acting')).toEqual([urgent]);
    const { id: seatId } = seatIn(await approvalOf(town, 'goto', urgent), '町長部局', '町長');
    const instead = { documentId: urgent, seatId, kind: 'acting_decide', comment: '職務代理者不在で急ぐため' };
    expect((await actIn(town, 'eto', instead)).status).toBe(403);
    const answer = await actIn(town, 'aoki', instead);
    expect([answer.status, answer.body.state]).toEqual([201, 'decided']);
    expect(answer.body.history.at(-1).note).toBe('町長 福井 正 不在のため 総務部 部長 青木 隆 代決');
    town.clock.set(jst('2026-09-09 09:00'));
    expect(await inboxOf(town, 'fukui', 'post_review')).toEqual([urgent]);
    expect(await inboxOf(town, 'machida', 'post_review')).toEqual([]);
    const read = { documentId: urgent, seatId, kind: 'post_review', outcome: 'acknowledged' };
    expect((await actIn(town, 'fukui', read)).status).toBe(201);
  });

  it('after 09-21 old records do not change, and the 町長 decides again', async () => {
    const before = await approvalOf(town, 'goto', waiting);
    town.clock.set(jst('2026-09-24 09:00'));
    await sweep();
    const after = await approvalOf(town, 'goto', waiting);
    expect([after.history, after.steps]).toEqual([before.history, before.steps]);
    const kept = await (await town.as('hara')).bytes(`/documents/${waiting}/execution/clean-copy.pdf`);
    expect(squashed(await pdfText(kept.bytes))).toContain('浜見町長職務代理者浜見町副町長福井正');
    const next = await waitingAtTheMayor();
    expect((await act(town, 'machida', next)).body.state).toBe('decided');
    const hara = await town.as('hara');
    expect((await hara.post(`/documents/${next}/execution/clean-copies`, {})).status).toBe(201);
    const { bytes } = await hara.bytes(`/documents/${next}/execution/clean-copy.pdf`);
    const text = squashed(await pdfText(bytes));
    expect(text).toContain('浜見町長町田和夫');
    expect(text).not.toContain('職務代理者');
  });
});
