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
import { keepPdf } from '../browser/support/printed';
import { pdfText, squashed } from './pdf-text';
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
    expect(register.body.items).toEqual([
      expect.objectContaining({ title: '町史編さん資料', documentCount: 1, method: '移管' }),
    ]);
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

  it('TRANS-4 paper stands in the inventory with place and pages, and is received when its pieces were counted', async () => {
    const clerk = await town.as(PARTS.clerk);
    const binder = async (title: string): Promise<string> => {
      const given = { classCode: '20-01-01', sectionCode: 'S31', fiscalYear: 2026, title, medium: 'paper' };
      const flags = { personalData: false, secret: false, continuing: false, place: '福祉課 書架2' };
      return (await clerk.post('/paper-files', { ...given, ...flags })).body.id;
    };
    const [listed, whole] = [await binder('聞取り調書綴'), await binder('古写真帳')];
    for (const [title, pages] of [
      ['聞取り調書', 1200],
      ['聞取り要旨', 3],
    ])
      await clerk.post(`/record-files/${listed}/paper-records`, {
        title,
        documentNumber: '8浜福第7号',
        documentedOn: '2026-05-11',
        pages,
        location: '見出し12',
        disposition: false,
      });
    await seedFiles(town, 1, { title: '町史編さん資料', firstVolume: 10 });
    const id = await decideBatch(town, REASON);
    const archivist = await town.as(PARTS.archivist);
    const lines = async () =>
      (await archivist.bytes(`/disposal-batches/${id}/inventory.csv`)).bytes
        .toString('utf8')
        .trim()
        .split('\r\n')
        .slice(1);
    const before = await lines();
    expect(before.map((line) => line.split('町史').length === 2 && line.includes(',電子,1件,'))).toContain(true);
    for (const said of [
      '聞取り調書,令和8年5月11日,紙,',
      '聞取り要旨,令和8年5月11日,紙,3ページ,福祉課 書架2 見出し12',
      '紙の資料一式,,紙,1冊,福祉課 書架2',
    ])
      expect(before.filter((line) => line.includes(said))).toHaveLength(1);
    const { files } = await batch(town, PARTS.archivist, id);
    expect(files.map(({ title, pieces }: any) => [title, pieces]).sort()).toEqual([
      ['古写真帳', 1],
      ['町史編さん資料', 0],
      ['聞取り調書綴', 2],
    ]);
    const itemIds = files.map((file: any) => file.id);
    for (const pieces of [undefined, 2, 4])
      expect(await step(town, PARTS.archivist, id, 'receipts', { itemIds, pieces })).toMatchObject({
        status: 422,
        body: { code: 'records.pieces-differ' },
      });
    expect((await step(town, PARTS.archivist, id, 'receipts', { itemIds, pieces: 3 })).status).toBe(200);
    expect(await lines()).toEqual(before);
    const [entry] = (await town.app
      .get(UnitOfWork)
      .read(() =>
        town.app.get(UnitOfWork).rows(sql`select papers from records.disposal_entry where file_id = ${listed}`),
      )) as { papers: unknown }[];
    expect(entry?.papers).toMatchObject([
      { title: '聞取り調書', pages: 1200, location: '見出し12' },
      { title: '聞取り要旨', pages: 3, location: '見出し12' },
    ]);
    const keeper = await town.as(PARTS.clerk);
    for (const file of [listed, whole])
      expect((await keeper.get(`/record-files/${file}/paper`)).body.places).toMatchObject([
        { until: expect.any(String) },
      ]);
    const pdf = await archivist.bytes(`/disposal-batches/${id}/inventory.pdf`);
    const text = squashed(await pdfText(pdf.bytes));
    for (const word of ['移管目録', '電子1件紙3点', '1,200ページ', '福祉課書架2見出し12', '紙の資料一式'])
      expect(text).toContain(word);
    keepPdf('transfer-inventory', pdf.bytes);
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
    const registered = await clerk.post(`/record-files/${hybrid?.fileId}/paper-records`, paper);
    expect(registered.status).toBe(201);
    // RULE-92 A scan of it was approved: the archives get that, too.
    const { body: upload } = await clerk.upload('聞き書き.txt', Buffer.from('聞き書きの画像', 'utf8'));
    await deliverOwed(town, 'scans.');
    await change(sql`
      insert into records.scan_substitute (id, paper_record_id, sha256, object_sha256, file_name, media_type, bytes, pages, scanned_at, scanned_by,
        scanned_by_name, checked_at, checked_by, checked_by_name, approved_at, approved_by, approved_by_name)
      select gen_random_uuid(), ${registered.body.records[0].id}, encode(o.sha256, 'hex'), o.sha256, '聞き書き.txt', 'text/plain', o.bytes, 12,
        now(), '1055', '上田', now(), '1016', '深川', now(), '1012', '千葉'
      from scans.stored_object o where o.sha256 = sha256(${Buffer.from('聞き書きの画像', 'utf8')})`);
    expect(upload.id).toBeDefined();
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
  const scans = manifest.files.flatMap((file: any) => file.scans);
  expect(scans).toMatchObject([{ path: expect.stringMatching(/紙の代替\/01_聞き書き\.txt$/) }]);
  const named = [...manifest.inventory, ...scans, ...documents.flatMap((document: any) => document.files)];
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
  expect(csv).toHaveLength(4);
  expect(csv[1]).toContain('町史編さん資料');
  // TRANS-4
  expect(csv.filter((line) => line.includes(',聞き書き,令和8年5月11日,紙,12ページ,'))).toHaveLength(1);
  expect(manifest.files.flatMap((file: any) => file.papers)).toMatchObject([{ title: '聞き書き', pages: 12 }]);
}
