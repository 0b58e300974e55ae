import { SettleStaged } from '@fubako/approvals';
import { sql } from '@fubako/platform/database';
import { createApi } from '../../apps/api/src/create-api';
import { deliverOwed } from './deliver';
import { approvalOf, inboxOf, jst, reimportSettings } from './scenarios';
import { type Answer, type Town, act, approveBy, openSeat, openTown, submitContract } from './town';

const LINE = ['goto', 'fukagawa', 'takarabe'];

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-05-11T00:00:00Z', { graceSeconds: 10 });
});
afterAll(() => town?.close());

const forward = async (seconds: number): Promise<void> =>
  town.clock.set(new Date((await town.clock.now()).getTime() + seconds * 1_000));

/** A contract that waits for 江藤. */
async function waiting(subject = '見守り業務委託'): Promise<string> {
  const id = await submitContract(town, { fields: { subject } });
  await approveBy(town, id, ...LINE);
  return id;
}

async function decidedBy(login: string, id: string, kind = 'approve', more: object = {}): Promise<Answer> {
  const answer = await act(town, login, id, kind, more);
  expect(answer.status).toBe(201);
  return answer;
}

const documentOf = async (login: string, id: string) => (await (await town.as(login)).get(`/documents/${id}`)).body;
const noticesOf = async (login: string) => (await (await town.as(login)).get('/notifications')).body.items;
const ledgerOf = (id: string): Promise<string[]> =>
  town.database.uow.read(async () =>
    (
      await town.database.uow.rows<{ kind: string }>(
        sql`select kind from ledger.entry where subject_id = ${id} order by seq`,
      )
    ).map(({ kind }) => kind),
  );

async function rowsOf(login: string, ids: readonly string[]) {
  const { body } = await (await town.as(login)).get('/inbox?view=all&limit=200');
  return body.items
    .filter(({ documentId }: any) => ids.includes(documentId))
    .map(({ documentId, seatId, version, contentDigest }: any) => ({ documentId, seatId, version, contentDigest }));
}

/** An urgent contract that waits for 江藤, who is away, with the seat in which 深川 may decide instead. */
async function waitingForDeputy(): Promise<{ id: string; seatId: string; absence: string }> {
  const id = await submitContract(town, { attributes: { urgent: true, urgencyReason: '急ぐため' } });
  await approveBy(town, id, ...LINE);
  const from = new Date((await town.clock.now()).getTime() + 60_000).toISOString();
  const away = { from, until: '2026-05-14T00:00:00+09:00', reason: '出張' };
  const absence = await (await town.as('eto')).post('/absences', away);
  expect(absence.status).toBe(201);
  await forward(120);
  const { allowed } = await approvalOf(town, 'fukagawa', id);
  const { seatId } = allowed.find(({ kind }: any) => kind === 'acting_decide');
  return { id, seatId, absence: absence.body.id };
}

describe('a decision within its grace time', () => {
  it('STAGE-1 is stored at once, seen by its author alone, and takes effect with number, ledger and news when the time has passed', async () => {
    const id = await waiting();
    const { body } = await decidedBy('eto', id);
    expect(body).toMatchObject({
      state: 'circulating',
      staged: { verdict: 'decided', label: '決裁済み(確定待ち 10秒)', remainingSeconds: 10 },
    });
    expect(body.allowed.map(({ kind }: any) => kind)).toEqual(['recall']);
    expect(await inboxOf(town, 'eto', 'all')).not.toContain(id);
    const drafters = await approvalOf(town, 'hara', id);
    expect([drafters.state, drafters.staged]).toEqual(['circulating', null]);
    expect((await documentOf('hara', id)).dispatchNumber).toBeNull();

    await forward(10);
    const after = await approvalOf(town, 'hara', id);
    expect([after.state, after.staged]).toEqual(['decided', null]);
    expect(after.history.at(-1)).toMatchObject({
      actorName: '江藤 信一',
      kind: 'decided',
      at: '2026-05-11T00:00:10.000Z',
    });
    expect((await documentOf('hara', id)).dispatchNumber).toMatch(/第\d+号/u);
    const kinds = await ledgerOf(id);
    expect(kinds.slice(kinds.indexOf('approvals.decision-staged'))).toEqual(
      expect.arrayContaining(['approvals.decision-staged', 'approvals.acted', 'documents.moved', 'documents.numbered']),
    );
  });

  it('STAGE-2 is undone by its author in time: the matter is back in the inbox, the ledger keeps a line, and nothing is numbered', async () => {
    const id = await waiting();
    const eto = await town.as('eto');
    const { seatId } = (await decidedBy('eto', id)).body.staged;
    await forward(9);
    const undone = await eto.post(`/documents/${id}/acts`, { kind: 'recall', seatId });
    expect([undone.status, undone.body.state, undone.body.staged]).toEqual([201, 'circulating', null]);
    expect(await inboxOf(town, 'eto', 'all')).toContain(id);
    await forward(60);
    expect(await town.app.get(SettleStaged).run()).toBe(0);
    expect((await approvalOf(town, 'hara', id)).state).toBe('circulating');
    expect((await ledgerOf(id)).slice(-2)).toEqual(['approvals.decision-staged', 'approvals.decision-undone']);
    expect((await decidedBy('eto', id)).body.staged.verdict).toBe('decided');
  });

  it('STAGE-2 cannot be undone when the time has passed, and takes effect', async () => {
    const id = await waiting();
    const eto = await town.as('eto');
    const { seatId } = (await decidedBy('eto', id)).body.staged;
    await forward(10);
    const late = await eto.post(`/documents/${id}/acts`, { kind: 'recall', seatId });
    expect([late.status, late.body.code]).toEqual([409, 'approvals.grace-passed']);
    expect((await eto.post('/staged-decisions/undo', { seatIds: [seatId] })).body.outcomes).toEqual([
      { seatId, outcome: 'too-late' },
    ]);
    expect((await approvalOf(town, 'eto', id)).state).toBe('decided');
  });

  it('STAGE-3 a second act on the matter conflicts clearly: the same author has acted, the drafter cannot pull it back', async () => {
    const id = await waiting();
    const eto = await town.as('eto');
    const seat = await openSeat(eto, id);
    const answers = await Promise.all(
      ['approve', 'reject'].map((kind) =>
        eto.post(`/documents/${id}/acts`, { kind, ...seat, ...(kind === 'reject' ? { comment: '再考' } : {}) }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const version = (await approvalOf(town, 'hara', id)).version;
    const refused = await (
      await town.as('hara')
    ).post(`/documents/${id}/acts`, {
      kind: 'abandon',
      expectedVersion: version,
      comment: '中止のため',
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'approvals.decision-staged']);
    const { allowed } = await approvalOf(town, 'hara', id);
    expect(allowed.map(({ kind }: any) => kind)).not.toContain('abandon');
  });

  it('STAGE-1 否決 is staged, an approval on the way is not', async () => {
    const id = await submitContract(town);
    expect((await act(town, 'goto', id)).body.staged).toBeNull();
    await approveBy(town, id, 'fukagawa', 'takarabe');
    const rejected = await decidedBy('eto', id, 'reject', { comment: '予算がない' });
    expect(rejected.body.staged.label).toBe('否決済み(確定待ち 10秒)');
    await forward(11);
    expect((await approvalOf(town, 'hara', id)).state).toBe('rejected');
  });

  it('STAGE-1 survives the end of the process: whoever comes next makes it effective, once', async () => {
    await forward(60);
    await town.app.get(SettleStaged).run();
    const id = await waiting();
    await decidedBy('eto', id);
    await forward(11);
    // Two more processes come up over the same database, and race.
    const processes = await Promise.all([1, 2].map(async () => (await createApi(town.settings, town.clock)).init()));
    const runs = await Promise.all([town.app, ...processes].map((app) => app.get(SettleStaged).run()));
    await Promise.all(processes.map((app) => app.close()));
    // None of them, if the timer of the process that staged it was faster.
    expect(runs.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(1);
    const { history } = await approvalOf(town, 'eto', id);
    expect(history.filter(({ actorName }: any) => actorName === '江藤 信一')).toHaveLength(1);
    expect((await ledgerOf(id)).filter((kind) => kind === 'documents.numbered')).toHaveLength(1);
  });

  it('STAGE-5 is dropped with a notice to its author when the rules no longer allow it', async () => {
    const { id, seatId, absence } = await waitingForDeputy();
    await decidedBy('fukagawa', id, 'acting_decide', { seatId, comment: '出張のため' });
    // 江藤 is back before the decision in his stead has taken effect.
    const until = new Date((await town.clock.now()).getTime() + 5_000).toISOString();
    expect((await (await town.as('eto')).post(`/absences/${absence}/end`, { until })).status).toBeLessThan(300);
    await forward(11);
    expect(await town.app.get(SettleStaged).run()).toBe(1);
    expect((await approvalOf(town, 'hara', id)).state).toBe('circulating');
    expect((await ledgerOf(id)).at(-1)).toBe('approvals.decision-dropped');
    await deliverOwed(town, 'notifications.');
    expect((await noticesOf('fukagawa')).find(({ documentId }: any) => documentId === id)).toMatchObject({
      kind: 'decision_dropped',
    });
  });

  it('STAGE-6 bulk: decisions are staged side by side, listed for their author, undone one by one, and answered by what became of them', async () => {
    const ids = [await waiting('一括 1'), await waiting('一括 2'), await waiting('一括 3')];
    const eto = await town.as('eto');
    const items = await rowsOf('eto', ids);
    const key = 'three-contracts-in-a-bundle';
    const answer = await eto.post('/bulk-approvals', { items }, { key });
    expect(answer.body).toMatchObject({ applied: 0, staged: 3 });
    const { items: mine } = (await eto.get('/staged-decisions')).body;
    expect(mine.map(({ documentId }: any) => documentId).toSorted()).toEqual(ids.toSorted());
    expect((await (await town.as('hara')).get('/staged-decisions')).body.items).toEqual([]);

    const second = mine.find(({ title }: any) => title === '一括 2');
    await forward(5);
    const other = await (await town.as('aoki')).post('/staged-decisions/undo', { seatIds: [second.seatId] });
    expect(other.body).toMatchObject({ undone: 0, outcomes: [{ outcome: 'nothing-staged' }] });
    expect((await eto.post('/staged-decisions/undo', { seatIds: [second.seatId] })).body.undone).toBe(1);
    await forward(6);
    expect(await town.app.get(SettleStaged).run()).toBe(2);
    const again = await eto.post('/bulk-approvals', { items }, { key });
    expect(again.body).toMatchObject({ applied: 2, staged: 0 });
    const undone = again.body.outcomes.find(({ documentId }: any) => documentId === second.documentId);
    expect(undone).toMatchObject({ outcome: 'excluded', reason: '確定前に取り消しました。' });
    const applied = again.body.outcomes.filter(({ outcome }: any) => outcome === 'applied');
    expect(applied.every(({ dispatchNumber }: any) => /第\d+号/u.test(dispatchNumber))).toBe(true);
    expect(await inboxOf(town, 'eto', 'all')).toContain(second.documentId);
  });

  it('STAGE-1 代決 waits as well; with a grace time of 0 decisions take effect at once', async () => {
    const { id: acting, seatId } = await waitingForDeputy();
    const staged = await decidedBy('fukagawa', acting, 'acting_decide', { seatId, comment: '出張のため' });
    expect(staged.body.staged.verdict).toBe('decided');
    await forward(10);
    expect((await approvalOf(town, 'fukagawa', acting)).state).toBe('decided');

    await reimportSettings(town, { graceSeconds: 0 });
    town.clock.set(jst('2026-05-18 09:00'));
    town.newDay();
    const id = await waiting();
    expect((await decidedBy('eto', id)).body).toMatchObject({ state: 'decided', staged: null });
  });
});
