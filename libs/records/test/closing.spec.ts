import { sql } from '@fubako/platform/database';
import { untilSomebodyWaits } from '../../../test/support/waiters';
import { PEOPLE, RecordsUnderTest } from './support/records';

describe('closing a decided document', () => {
  let lib: RecordsUnderTest;
  beforeEach(async () => {
    lib = await RecordsUnderTest.start('2027-03-20T01:00:00Z');
  });
  afterEach(() => lib.stop());

  const refused = (code: string) => expect.objectContaining({ code });

  it('CLO-1 the real day of closing moves retention into its own year; the file stays (RULE-81, examples C and D)', async () => {
    const id = await lib.decideOne();
    const before = await lib.filingOf(id);
    lib.clock.set('2027-04-01T01:00:00Z');
    await lib.close(id);
    const after = await lib.filingOf(id);
    expect([before.expiresOn, before.provisional, before.closedOn]).toEqual(['2032-03-31', true, null]);
    expect(after).toMatchObject({
      fileId: before.fileId,
      fiscalYear: 2026,
      provisional: false,
      closedOn: '2027-04-01',
      startsOn: '2028-04-01',
      expiresOn: '2033-03-31',
      allowed: [],
    });
    expect(after.explanation[0]?.text).toBe('完結した日は令和9年4月1日(令和9年度)です。');
    expect(await lib.rows(sql`select state, closed_on from documents.document`)).toEqual([
      { state: 'closed', closed_on: '2027-04-01' },
    ]);
  });

  it('CLO-2 the file follows the last of its records', async () => {
    const [first, second] = await lib.decide({}, {});
    const dates = () => lib.rows(sql`select starts_on, expires_on from records.record_file`);
    await lib.close(first ?? '');
    expect(await dates()).toEqual([{ starts_on: '2027-04-01', expires_on: '2032-03-31' }]);
    lib.clock.set('2027-04-01T01:00:00Z');
    await lib.close(second ?? '');
    expect(await dates()).toEqual([{ starts_on: '2028-04-01', expires_on: '2033-03-31' }]);
  });

  it('CLO-2 the file is right also when many close at the same time', async () => {
    const ids = await lib.decide(...Array.from({ length: 10 }, () => ({})));
    lib.clock.set('2027-04-01T01:00:00Z');
    await Promise.all([...ids.map((id) => lib.close(id)), lib.decide({})]);
    const files = await lib.rows(sql`select fiscal_year, expires_on from records.record_file order by fiscal_year`);
    expect(files).toEqual([
      { fiscal_year: 2026, expires_on: '2033-03-31' },
      { fiscal_year: 2027, expires_on: '2033-03-31' },
    ]);
  });

  it.each(['closed', 'filed'] as const)(
    'CLO-2 a document %s while another is being closed does not take the later date back',
    async (what) => {
      const [first, second] = await lib.decide({}, {});
      const [closed, committing] = [gate(), gate()];
      const closing = lib.uow.run(async () => {
        lib.clock.set('2027-04-01T01:00:00Z');
        await lib.close(first ?? '');
        closed.open();
        await committing.opened;
      });
      await closed.opened;
      lib.clock.set('2027-03-31T01:00:00Z');
      const meanwhile = what === 'filed' ? lib.decide({}) : lib.close(second ?? '');
      await untilSomebodyWaits(lib.database.dataSource);
      committing.open();
      await Promise.all([closing, meanwhile]);
      expect(await lib.rows(sql`select expires_on from records.record_file`)).toEqual([{ expires_on: '2033-03-31' }]);
    },
  );

  it('CLO-3 happens once: the second of two presses finds it done', async () => {
    const id = await lib.decideOne();
    const outcomes = await Promise.allSettled([lib.close(id), lib.close(id, PEOPLE.head)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(lib.close(id)).rejects.toEqual(refused('records.already-closed'));
  });

  it('CLO-3 only what is decided can be closed', async () => {
    const id = await lib.uow.run(() => lib.insert({ state: 'circulating' }));
    await expect(lib.close(id)).rejects.toEqual(refused('records.not-decided'));
    await expect(lib.filingOf(id)).rejects.toEqual(refused('records.not-filed'));
  });

  it('CLO-7 what is to go out is closed when it has gone out; what stays inside, when it is decided (domain 2.8)', async () => {
    const outgoing = await lib.decideOne({ state: 'decided' });
    expect((await lib.filingOf(outgoing)).allowed).toEqual([]);
    await expect(lib.close(outgoing)).rejects.toEqual(refused('records.not-executed'));
    await lib.uow.run(() =>
      lib.uow.change(sql`update documents.document set state = 'executed' where id = ${outgoing}`),
    );
    await lib.close(outgoing);
    const inside = await lib.decideOne({ state: 'decided', matterType: 'trip', classCode: '40-01-01' });
    expect((await lib.filingOf(inside)).allowed).toEqual(['close']);
    await lib.close(inside);
    const waived = await lib.decideOne({ state: 'decided' });
    await lib.uow.run(() =>
      lib.uow.change(sql`update documents.document set execution_waived_at = now() where id = ${waived}`),
    );
    await lib.close(waived);
  });

  it.each(['drafter', 'clerk', 'head', 'officer'] as const)('CLO-4 the %s may close', async (who) => {
    const id = await lib.decideOne();
    const actor = await lib.actor(PEOPLE[who]);
    expect((await lib.filing.run(id, actor, 'ja')).allowed).toEqual(['close']);
    await lib.close(id, PEOPLE[who]);
    expect((await lib.filing.run(id, actor, 'ja')).allowed).toEqual([]);
  });

  it.each(['colleague', 'departmentHead', 'archivist', 'auditor'] as const)(
    'CLO-4 the %s may read but not close',
    async (who) => {
      const id = await lib.decideOne();
      expect((await lib.filing.run(id, await lib.actor(PEOPLE[who]), 'ja')).allowed).toEqual([]);
      await expect(lib.close(id, PEOPLE[who])).rejects.toEqual(refused('records.not-yours-to-close'));
      expect(await lib.rows(sql`select provisional from records.record`)).toEqual([{ provisional: true }]);
    },
  );

  it('CLO-4 who may not read the document learns nothing of it', async () => {
    const id = await lib.decideOne();
    const secret = await lib.decideOne({ confidentiality: 'secret' });
    await expect(lib.close(id, PEOPLE.otherHead)).rejects.toEqual(refused('documents.not-found'));
    await expect(lib.filing.run(id, await lib.actor(PEOPLE.otherHead), 'ja')).rejects.toEqual(
      refused('documents.not-found'),
    );
    await expect(lib.filing.run(secret, await lib.actor(PEOPLE.head), 'ja')).rejects.toEqual(
      refused('documents.not-found'),
    );
  });

  it('CLO-5 what was complete with its decision keeps that day until somebody closes it later', async () => {
    const id = await lib.decideOne({ matterType: 'trip', classCode: '40-01-01' });
    lib.clock.set('2027-04-10T01:00:00Z');
    await lib.close(id);
    expect(await lib.filingOf(id)).toMatchObject({
      closedOn: '2027-04-10',
      startsOn: '2028-04-01',
      expiresOn: '2031-03-31',
    });
  });

  it('CLO-6 the ledger keeps the day and the dates', async () => {
    const id = await lib.decideOne();
    await lib.close(id, PEOPLE.clerk);
    const notes = await lib.rows(sql`
      select kind, actor, convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry where subject_id = ${id} order by seq offset 1`);
    expect(notes).toEqual([
      { kind: 'documents.moved', actor: PEOPLE.clerk, facts: { from: 'executed', to: 'closed' } },
      {
        kind: 'records.closed',
        actor: PEOPLE.clerk,
        facts: {
          file: expect.any(String),
          retention: 'R05',
          closedOn: '2027-03-20',
          startsOn: '2027-04-01',
          expiresOn: '2032-03-31',
        },
      },
    ]);
  });
});

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
