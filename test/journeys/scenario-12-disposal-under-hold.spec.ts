import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealLedger } from '@fubako/ledger';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { BothVerifiers } from './both-verifiers';
import {
  PARTS,
  type SeededFile,
  approveAll,
  batch,
  batchesOf,
  believeClock,
  deliverDisposal,
  live,
  passDay,
  placeHold,
  proposeDecision,
  rowsOf,
  seedFiles,
  step,
} from './disposals';
import { type Town, openTown } from './town';

let town: Town;
let x: SeededFile;
let batchId: string;

beforeAll(async () => {
  town = await openTown('2031-11-28T00:00:00Z');
  believeClock(town);
  town.clock.set('2031-12-01T00:00:00Z');
  const files = await seedFiles(town, 300);
  x = files[0] as SeededFile;
  await placeHold(town, { documentId: x.documentId }, { endsOn: '2033-02-10' });
}, 120_000);
afterAll(() => town?.close());

const stateOf = async (fileId: string) =>
  (await rowsOf<{ state: string }>(town, sql`select state from records.record_file where id = ${fileId}`))[0]?.state;
const refusals = () =>
  rowsOf<{ kind: string }>(town, sql`select kind from ledger.entry where kind = 'records.refused-by-hold'`);

describe('S12 disposal with a legal hold', () => {
  it('on 1 April the section has its list of 300, X locked with its case and who placed the hold', async () => {
    expect(await passDay(town, '2032-03-30T15:30:00Z')).toBe(0);
    expect(await passDay(town, '2032-03-31T15:30:00Z')).toBe(300);
    expect(await passDay(town, '2032-04-01T15:30:00Z')).toBe(0);
    const [listed] = await batchesOf(town, PARTS.head);
    batchId = listed.id;
    expect(listed).toMatchObject({
      step: 'assessment',
      counts: { files: 300, undecided: 299, held: 1 },
      expiresOn: '2032-03-31',
    });
    const { files } = await batch(town, PARTS.head, batchId);
    expect(files.find(({ fileId }: any) => fileId === x.fileId)).toMatchObject({
      proposal: 'destroy',
      hold: {
        ground: 'disclosure_request',
        caseNo: '開示請求 令和13年第7号',
        endsOn: '2033-02-10',
        placedByName: '総務 主査',
      },
    });
  });

  it('on 20 April the head submits 300: 299 proceed, X is refused with "hold until 2033-02-10", and that is on record', async () => {
    await live(town, '2032-04-06T01:00:00Z', '2032-04-20T01:00:00Z');
    expect((await step(town, PARTS.head, batchId, 'proposed-choices')).body).toEqual({ chosen: 299 });
    const head = await town.as(PARTS.head);
    const { version } = await batch(town, PARTS.head, batchId);
    const submitted = await head.post(
      `/disposal-batches/${batchId}/submissions`,
      { expectedVersion: version },
      { headers: { 'Accept-Language': 'en' } },
    );
    expect(submitted).toMatchObject({ status: 201, body: { proceeding: 299, refused: 1 } });
    const [refused] = submitted.body.items.filter((item: any) => item.refused);
    expect(refused).toMatchObject({ fileId: x.fileId, refused: { code: 'held', until: '2033-02-10' } });
    expect(refused.message).toContain('hold until 10 Feb 2033');
    expect(await refusals()).not.toEqual([]);
  });

  it('the decision is an ordinary approval, sent higher because it is important; nothing goes before the waiting period is over', async () => {
    const documentId = await proposeDecision(town, batchId);
    const actors = await approveAll(town, documentId);
    expect(actors.length).toBeGreaterThan(0);
    const decided = await batch(town, PARTS.clerk, batchId);
    expect(decided).toMatchObject({
      step: 'execution',
      executableOn: '2032-05-20',
      needsConfirmation: true,
      counts: { destroy: { files: 299, documents: 299 } },
    });
    expect(await step(town, PARTS.clerk, batchId, 'executions', { count: 299 })).toMatchObject({
      status: 409,
      body: { code: 'records.not-yet' },
    });
  });

  it('an appeal of 1 May holds X on; 299 are destroyed by somebody who had no part in the decision', async () => {
    await live(town, '2032-04-27T01:00:00Z', '2032-05-25T01:00:00Z');
    await placeHold(
      town,
      { documentId: x.documentId },
      { ground: 'appeal', caseNo: '審査請求 第2号', endsOn: '2034-06-01', on: '2032-05-01' },
    );
    const execute = (login: string, count: number) => step(town, login, batchId, 'executions', { count });
    expect((await execute(PARTS.clerk, 300)).body.code).toBe('records.wrong-count');
    expect((await execute(PARTS.office, 299)).body.code).toBe('records.same-person');
    expect((await execute(PARTS.officeHead, 299)).body.code).toBe('records.same-person');
    expect((await execute(PARTS.clerk, 299)).body.code).toBe('records.unusual-volume');
    expect((await step(town, PARTS.office, batchId, 'confirmations', { count: 299 })).body.code).toBe(
      'records.same-person',
    );
    expect((await step(town, PARTS.auditor, batchId, 'confirmations', { count: 299 })).status).toBe(200);
    expect((await execute(PARTS.clerk, 299)).status).toBe(202);
    await deliverDisposal(town);
    expect(await batch(town, PARTS.clerk, batchId)).toMatchObject({ step: 'finished', hasCertificate: true });
    const states = await rowsOf(
      town,
      sql`select state, count(*)::int as n from records.record_file where class_code = '20-01-01' group by 1 order by 1`,
    );
    expect(states).toEqual([
      { state: 'closed', n: 1 },
      { state: 'disposed', n: 299 },
    ]);
    expect(await stateOf(x.fileId)).toBe('closed');
    const content = await rowsOf(
      town,
      sql`
      select count(*) filter (where fields = '{}' and erased_at is not null)::int as gone, count(*) filter (where id = ${x.documentId} and fields <> '{}')::int as x
      from documents.document where class_code = '20-01-01'`,
    );
    expect(content).toEqual([{ gone: 299, x: 1 }]);
  }, 240_000);

  it('X goes by no other way: not by SQL, not by an administrator, and it says so', async () => {
    const uow = town.app.get(UnitOfWork);
    const attempts = [
      sql`update records.record_file set state = 'disposed' where id = ${x.fileId}`,
      sql`update records.record set state = 'disposed' where document_id = ${x.documentId}`,
      sql`delete from records.record where document_id = ${x.documentId}`,
      sql`delete from records.record_file where id = ${x.fileId}`,
      sql`delete from documents.document where id = ${x.documentId}`,
      sql`insert into documents.erasure (document_id, grounds, erased_by, erased_at) values (${x.documentId}, gen_random_uuid(), 'dba', now())`,
      sql`update documents.document set erased_at = now(), fields = '{}' where id = ${x.documentId}`,
    ];
    for (const attempt of attempts) await expect(uow.run(() => uow.change(attempt))).rejects.toThrow();
    const traces = await rowsOf<{ subject: string; guard: string }>(
      town,
      sql`
      select subject_kind as subject, convert_from(canonical, 'UTF8')::jsonb -> 'facts' ->> 'guard' as guard
      from ledger.entry where kind = 'records.refused-by-guard'`,
    );
    for (const trace of [
      { subject: 'record-file', guard: 'record_file_is_held' },
      { subject: 'document', guard: 'record_is_held' },
      { subject: 'guard', guard: 'records_stay' },
    ])
      expect(traces).toContainEqual(trace);
    const api = await (await town.as('s1011')).delete(`/documents/${x.documentId}`);
    expect([404, 405]).toContain(api.status);
    expect(await stateOf(x.fileId)).toBe('closed');
  });

  it('on 2034-06-02 X is listed again and needs a fresh decision', async () => {
    expect(await passDay(town, '2034-05-31T01:00:00Z')).toBe(0);
    expect(await passDay(town, '2034-06-01T01:00:00Z')).toBe(0);
    expect(await passDay(town, '2034-06-02T01:00:00Z')).toBe(1);
    const [again] = await batchesOf(town, PARTS.head);
    expect(again).toMatchObject({ step: 'assessment', counts: { files: 1, undecided: 1, held: 0 } });
    expect(again.id).not.toBe(batchId);
    expect((await step(town, PARTS.clerk, again.id, 'executions', { count: 1 })).status).toBe(403);
  });

  it('S19 BIND-4 the ledger is whole after all of it, for both verifiers; what is then removed without a disposal is named by both', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fubako-disposed-'));
    try {
      await (await town.worker()).get(SealLedger, { strict: false }).run();
      const verifiers = new BothVerifiers(town, folder);
      // What this story was furnished with was written by SQL: lines without an act.
      const said = async () => (await verifiers.say()).filter((line) => !line.endsWith(': unit'));
      expect(await said()).toEqual([]);
      const [gone] = await town.database.dataSource.transaction(async (manager) => {
        await manager.query('set local session_replication_role = replica');
        return manager.query(
          `with gone as (delete from documents.revision where (document_id, no) = (select document_id, no from documents.revision limit 1) returning *)
           select document_id || '/' || no as key from gone`,
        );
      });
      expect(await said()).toEqual([`documents.revision ${gone.key}: line`]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
