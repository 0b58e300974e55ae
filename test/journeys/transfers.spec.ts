import { createHash } from 'node:crypto';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { unzipSync } from 'fflate';
import { deliverOwed } from './deliver';
import {
  PARTS,
  type SeededFile,
  batch,
  believeClock,
  decideBatch,
  listBatch,
  live,
  passDay,
  placeHold,
  seedFiles,
  step,
} from './disposals';
import { type Town, openTown } from './town';

let town: Town;
beforeEach(async () => {
  town = await openTown('2032-03-29T01:00:00Z');
  believeClock(town);
  town.clock.set('2032-03-29T01:00:00Z');
});
afterEach(() => town?.close());

const change = (statement: ReturnType<typeof sql>) => {
  const uow = town.app.get(UnitOfWork);
  return uow.run(() => uow.change(statement));
};
const outcomes = async (id: string) =>
  (await batch(town, PARTS.office, id)).files.map(({ state, outcome }: any) => outcome?.code ?? state);
const REASON = { measure: 'transfer', reason: '歴史公文書として残すため' };

describe('transfer to the archives', () => {
  it('DISP-16 the archives take over, or say why not; what goes is in the inventory and the register', async () => {
    const seeded = (await seedFiles(town, 3, { title: '町史編さん資料' })) as SeededFile[];
    const held = seeded[0] as SeededFile;
    const id = await decideBatch(town, REASON);
    await placeHold(town, { fileId: held.fileId }, { endsOn: null });
    const { files } = await batch(town, PARTS.archivist, id);
    const [one, two, three] = [
      files.find((file: any) => file.fileId === held.fileId),
      ...files.filter((file: any) => file.fileId !== held.fileId),
    ];
    expect((await step(town, PARTS.clerk, id, 'receipts', { itemIds: [two.id] })).status).toBe(403);
    expect((await step(town, PARTS.archivist, id, 'receipts', { itemIds: [one.id, two.id] })).status).toBe(200);
    const answer = await step(town, PARTS.archivist, id, 'receipts', {
      itemIds: [three.id],
      refusal: '目録と合わない',
    });
    expect(answer.body).toMatchObject({ step: 'finished' });
    expect((await outcomes(id)).sort()).toEqual(['archives-refused', 'executed', 'held']);
    const archivist = await town.as(PARTS.archivist);
    const csv = await archivist.bytes(`/disposal-batches/${id}/inventory.csv`);
    expect(csv.bytes.toString('utf8')).toContain('町史編さん資料');
    const register = await archivist.get('/disposal-register?kind=transferred&fiscalYear=2032');
    expect(register.body.items).toEqual([expect.objectContaining({ title: '町史編さん資料', documentCount: 1 })]);
    expect((await (await town.as('hara')).get('/disposal-register?kind=transferred&fiscalYear=2032')).status).toBe(403);
    const pdf = await archivist.bytes(`/disposal-batches/${id}/inventory.pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    // RULE-61 What the archives keep takes no more files here; what stayed still does.
    const add = async ({ documentId }: SeededFile) => {
      const office = await town.as(PARTS.office);
      const { body: upload } = await office.upload('補足.txt', Buffer.from(`補足 ${documentId}`, 'utf8'));
      return office.post(`/documents/${documentId}/attachments/additions`, { uploadId: upload.id, reason: '補足' });
    };
    const gone = seeded.find(({ fileId }) => fileId === two.fileId) as SeededFile;
    expect((await add(held)).status).toBe(201);
    expect(await add(gone)).toMatchObject({ status: 409, body: { code: 'documents.handed-over', rule: 'RULE-61' } });
    const forced = change(sql`
      insert into documents.attachment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'document_id', ${gone.documentId}::text))).*
      from documents.attachment a where a.document_id = ${held.documentId} and a.addition is not null`);
    await expect(forced).rejects.toThrow(/has left/);
  }, 120_000);

  it('DISP-6 DISP-7 a hold that came and went, or another expiry, needs a fresh decision before the archives take over', async () => {
    const [held, changed] = (await seedFiles(town, 3)) as [SeededFile, SeededFile];
    const id = await decideBatch(town, REASON);
    await passDay(town, '2032-05-01T01:00:00Z');
    await placeHold(town, { documentId: held.documentId }, { endsOn: '2032-05-20', on: '2032-05-01' });
    await passDay(town, '2032-05-25T01:00:00Z');
    await change(sql`update records.record_file set expires_on = '2032-04-30' where id = ${changed.fileId}`);
    const { files } = await batch(town, PARTS.archivist, id);
    const itemIds = files.map((file: any) => file.id);
    expect((await step(town, PARTS.archivist, id, 'receipts', { itemIds })).status).toBe(200);
    expect((await outcomes(id)).toSorted()).toEqual(['executed', 'expiry-changed', 'held-meanwhile']);
  }, 120_000);

  it('RULE-88 nothing is drafted before the archives have answered, however late; what they ask for is theirs, or destroyed for a reason', async () => {
    await seedFiles(town, 2);
    const id = await listBatch(town);
    for (const [login, path] of [
      [PARTS.head, 'proposed-choices'],
      [PARTS.head, 'submissions'],
      [PARTS.office, 'reviews'],
    ] as const)
      expect((await step(town, login, id, path)).status).toBeLessThan(300);
    const refused = { status: 403, body: { code: 'records.disposal-refused', rule: 'RULE-88' } };
    const consulted = await batch(town, PARTS.office, id);
    expect(consulted).toMatchObject({ step: 'consultation', opinionDueOn: '2032-05-20' });
    expect(await step(town, PARTS.office, id, 'decisions')).toMatchObject(refused);
    await live(town, '2032-04-27T01:00:00Z', '2032-06-20T01:00:00Z');
    expect(await step(town, PARTS.office, id, 'decisions')).toMatchObject(refused);
    expect(await step(town, PARTS.clerk, id, 'executions', { count: 2 })).toMatchObject(refused);
    const [one] = consulted.files;
    const opinion = { opinion: '災害の記録は残してください。', wishes: [{ itemId: one.id, reason: '台風の記録' }] };
    expect(await step(town, PARTS.clerk, id, 'opinions', opinion)).toMatchObject(refused);
    expect((await step(town, PARTS.archivist, id, 'opinions', opinion)).status).toBe(200);
    expect((await step(town, PARTS.office, id, 'decisions')).body.code).toBe('records.wish-unanswered');
    const choices = [{ itemId: one.id, measure: 'transfer', reason: '公文書館の意見による' }];
    expect(await step(town, PARTS.head, id, 'choices', { choices })).toMatchObject(refused);
    expect((await step(town, PARTS.office, id, 'choices', { choices })).status).toBe(200);
    expect((await step(town, PARTS.office, id, 'decisions')).status).toBe(201);
    expect((await outcomes(id)).sort()).toEqual(['agreed', 'agreed']);
  }, 120_000);

  it('TRANS-1 TRANS-2 TRANS-3 a package for the archives: made by the worker, with what its orderer may read, taken by nobody else', async () => {
    const [hybrid, secret] = (await seedFiles(town, 3, { title: '町史編さん資料' })) as SeededFile[];
    const clerk = await town.as(PARTS.clerk);
    const paper = { title: '聞き書き', documentedOn: '2026-05-11', pages: 12, disposition: false };
    expect((await clerk.post(`/record-files/${hybrid?.fileId}/paper-records`, paper)).status).toBe(201);
    await change(sql`update documents.document set confidentiality = 'secret' where id = ${secret?.documentId}`);
    const id = await decideBatch(town, REASON);
    const path = `/disposal-batches/${id}/package`;
    const [archivist, office, head] = [
      await town.as(PARTS.archivist),
      await town.as(PARTS.office),
      await town.as(PARTS.head),
    ];
    expect((await head.get(path)).body).toEqual({ mayOrder: false, latest: null });
    expect(await head.post(path)).toMatchObject({ status: 409, body: { code: 'records.no-transfer' } });
    expect((await (await town.as('takarabe')).get(path)).status).toBe(404);
    expect((await archivist.get(`${path}/file`)).body.code).toBe('records.package-not-ready');
    for (const _ of [1, 2])
      expect(await archivist.post(path)).toMatchObject({
        status: 202,
        body: { latest: { state: 'waiting', total: 3 } },
      });
    await deliverOwed(town, 'records.transfer-package');
    expect((await archivist.get(path)).body.latest).toMatchObject({ state: 'ready', done: 3, withheld: 1 });
    expect((await office.get(path)).body).toEqual({ mayOrder: true, latest: null });
    expect((await office.get(`${path}/file`)).status).toBe(409);
    const { bytes, headers } = await archivist.bytes(`${path}/file`);
    expect(headers.get('content-type')).toBe('application/zip');
    expectWhole(unzipSync(new Uint8Array(bytes)), secret?.documentId ?? '');
    town.clock.set('2032-05-20T01:00:00Z');
    town.newDay();
    expect((await (await town.as(PARTS.archivist)).get(`${path}/file`)).status).toBe(409);
  }, 120_000);
});

/** Every file of the package is in the manifest with its digest; the inventory lists what is packed; what is secret is only named. */
function expectWhole(files: Record<string, Uint8Array>, secret: string): void {
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8'));
  const documents = manifest.files.flatMap((file: any) => file.documents);
  const named = [...manifest.inventory, ...documents.flatMap((document: any) => document.files)];
  const digests = Object.entries(files)
    .filter(([path]) => path !== 'manifest.json')
    .map(([path, content]) => ({
      path,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    }));
  const byPath = (one: any, other: any) => (one.path < other.path ? -1 : 1);
  expect(named.sort(byPath)).toEqual(digests.sort(byPath));
  expect(documents).toHaveLength(2);
  expect(manifest.files.flatMap((file: any) => file.withheld)).toEqual([secret]);
  const sheets = Object.keys(files).filter((path) => path.endsWith('/起案用紙.pdf'));
  expect(sheets).toHaveLength(2);
  for (const path of [...sheets, '移管目録.pdf'])
    expect(Buffer.from(files[path] ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
  const csv = Buffer.from(files['移管目録.csv'] ?? [])
    .toString('utf8')
    .trim()
    .split('\r\n');
  expect(csv).toHaveLength(3);
  expect(csv[1]).toContain('町史編さん資料');
}
