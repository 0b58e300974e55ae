import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { Exports, MakeExport } from '@fubako/search';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { unzipSync } from 'fflate';
import { deliverOwed } from './deliver';
import { type Town, openTown, submitContract } from './town';

/** SEA-33, SEA-34: results taken out, for a reason, with the orderer's rights. */
let town: Town;
let plain: string;
let secret: string;
const REASON = '監査資料の作成のため';
beforeAll(async () => {
  town = await openTown();
  plain = await submitContract(town, { fields: { subject: '=HYPERLINK("x")橋りょう契約について' } });
  secret = await submitContract(town, {
    fields: { subject: '橋りょう事故の示談について' },
    attributes: { confidentiality: 'secret' },
  });
});
afterAll(() => town?.close());

const order = async (login: string, kind: 'list' | 'package', q = '橋りょう', reason = REASON) =>
  (await town.as(login)).post('/search/exports', { kind, conditions: { q }, reason });
const made = async (login: string, id: string) => {
  await deliverOwed(town, 'search.');
  return (await (await town.as(login)).get(`/search/exports/${id}`)).body;
};
const take = async (login: string, id: string) => (await town.as(login)).bytes(`/search/exports/${id}/file`);
const entries = (kind: string): Promise<{ note: string }[]> => {
  const uow = town.app.get(UnitOfWork);
  return uow.read(() =>
    uow.rows(sql`select convert_from(canonical, 'UTF8') as note from ledger.entry where kind = ${kind} order by id`),
  );
};

describe('exports', () => {
  it('SEA-33 write a list that spreadsheets read and run nothing of', async () => {
    const { body, status } = await order('hara', 'list');
    expect([status, body.state, body.total]).toEqual([201, 'waiting', 2]);
    expect((await entries('search.export-ordered'))[0]!.note).toContain(REASON);
    expect(await made('hara', body.id)).toMatchObject({ state: 'ready', done: 2 });
    const { bytes, headers } = await take('hara', body.id);
    expect(headers.get('content-disposition')).toContain('.csv');
    const rows: string[][] = parse(bytes, { bom: true });
    expect(rows[0]).toEqual(expect.arrayContaining(['番号', '件名', '保存期間']));
    expect(rows.slice(1).map(([, title]) => title)).toEqual([
      '橋りょう事故の示談について',
      `'=HYPERLINK("x")橋りょう契約について`,
    ]);
    expect(await entries('search.export-taken')).toHaveLength(1);
  });

  it('SEA-33 need a reason, hits, and their orderer', async () => {
    expect((await order('hara', 'list', '橋りょう', ' ')).body.code).toBe('search.reason-missing');
    expect((await order('hara', 'list', '見当たらない言葉')).body.code).toBe('search.nothing-to-export');
    const { body } = await order('hara', 'list');
    for (const path of [`/search/exports/${body.id}`, `/search/exports/${body.id}/file`])
      expect((await (await town.as('goto')).get(path)).status).toBe(404);
    expect((await (await town.as('hara')).get(`/search/exports/${body.id}/file`)).body.code).toBe(
      'search.export-not-ready',
    );
    const { body: others } = await order('chiba', 'list');
    await made('chiba', others.id);
    expect(parse((await take('chiba', others.id)).bytes, { bom: true })).toHaveLength(2);
  });

  it('LOG-2 hand out nothing confidential while the ledger cannot say who reads it', async () => {
    const { body } = await order('hara', 'list');
    const source = town.database.dataSource;
    await source.query(
      `create function ledger.blocked() returns trigger language plpgsql as $$ begin raise exception 'blocked'; end $$`,
    );
    await source.query(
      'create trigger blocked before insert on ledger.reading for each row execute function ledger.blocked()',
    );
    await expect(town.app.get(MakeExport).run(body.id)).rejects.toMatchObject({ code: 'ledger.reading-not-entered' });
    expect((await (await town.as('hara')).get(`/search/exports/${body.id}`)).body).toMatchObject({
      state: 'waiting',
      done: 0,
    });
    const refused = await take('hara', body.id);
    expect([refused.status, refused.bytes.toString('utf8')]).toEqual([
      503,
      expect.stringContaining('ledger.reading-not-entered'),
    ]);
    await source.query('drop trigger blocked on ledger.reading; drop function ledger.blocked()');
    // The worker owes it still, and tries again.
    expect(await made('hara', body.id)).toMatchObject({ state: 'ready', done: 2 });
    expect((await take('hara', body.id)).status).toBe(200);
  });

  it('SEA-34 pack what the orderer may read when it is packed, with digests', async () => {
    const { body } = await order('hara', 'package');
    await town.app.get(UnitOfWork).run(async () => {
      const uow = town.app.get(UnitOfWork);
      await uow.change(
        sql`update documents.document set drafter_staff_no = 'x', drafter_name = 'x' where id = ${secret}`,
      );
      await uow.change(sql`delete from documents.participant where document_id = ${secret}`);
    });
    expect(await made('hara', body.id)).toMatchObject({ state: 'ready', done: 1 });
    const files = unzipSync(new Uint8Array((await take('hara', body.id)).bytes));
    const manifest = JSON.parse(Buffer.from(files['manifest.json']!).toString('utf8'));
    expect(manifest).toMatchObject({ reason: REASON, documents: [{ documentId: plain }] });
    expect(Buffer.from(JSON.stringify(Object.keys(files))).toString()).not.toContain('示談');
    for (const { path, sha256, bytes } of manifest.documents[0].files) {
      expect(createHash('sha256').update(files[path]!).digest('hex')).toBe(sha256);
      expect(files[path]).toHaveLength(bytes);
    }
    const packed: string[] = manifest.documents.flatMap((one: any) => one.files.map(({ path }: any) => path));
    expect(Object.keys(files).toSorted()).toEqual([...packed, 'manifest.json', '一覧.csv'].toSorted());
  });

  it('SEA-33 say how far they are while they are made', async () => {
    for (let n = 1; n <= 6; n++) await submitContract(town, { fields: { subject: `耐震診断業務 ${n}` } });
    const { body } = await order('hara', 'package', '耐震診断');
    expect([body.state, body.done, body.total]).toEqual(['waiting', 0, 6]);
    const hara = await town.as('hara');
    let isMade = false;
    const making = town.app.get(MakeExport).run(body.id);
    const ended = making.finally(() => (isMade = true));
    const seen: { state: string; done: number }[] = [];
    while (!isMade) seen.push((await hara.get(`/search/exports/${body.id}`)).body);
    await ended;
    expect(seen.map(({ state }) => state)).toContain('running');
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b));
    expect((await hara.get(`/search/exports/${body.id}`)).body).toMatchObject({ state: 'ready', done: 6, total: 6 });
  });

  it('SEA-33 are cancelled, and thrown away when their time has come', async () => {
    const { body } = await order('hara', 'package', '契約');
    const hara = await town.as('hara');
    expect((await hara.delete(`/search/exports/${body.id}`)).status).toBe(204);
    expect((await made('hara', body.id)).state).toBe('cancelled');
    await town.app.get(MakeExport).run(body.id);
    expect((await take('hara', body.id)).status).toBe(409);
    const { body: later } = await order('hara', 'list', '契約');
    await made('hara', later.id);
    town.clock.set(new Date((await town.clock.now()).getTime() + 21 * 60 * 60_000));
    town.newDay();
    expect((await take('hara', later.id)).status).toBe(409);
    expect(await town.app.get(Exports).expire()).toBeGreaterThan(0);
    expect((await (await town.as('hara')).get(`/search/exports/${later.id}`)).body.state).toBe('expired');
  });
});
