import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { LookIntoInlets } from '@fubako/intake';
import { DropBucket, DropFolder, type DropPlace, DropPlaces, type DroppedFile } from '@fubako/platform/object-store';
import { requiredService } from '@fubako/platform/testing';
import { separatorSheet } from '@fubako/scans';
import { Client } from 'minio';
import { decode, decodeImage } from 'utif2';
import { pdf } from '../../libs/scans/test/sample-files';
import { greyTiff } from '../../libs/scans/test/sample-tiff';
import { openTown, type Person, type Town } from './town';

const NOW = '2026-05-11T00:00:00Z';
let town: Town;
let clerk: Person;
let corner: string;
beforeAll(async () => {
  town = await openTown(NOW);
  clerk = await town.as('s1055');
  corner = join(town.settings.values.SCAN_FOLDER as string, 'fukushi');
  mkdirSync(corner, { recursive: true });
});
afterAll(() => town?.close());

const look = () => town.app.get(LookIntoInlets).run();
/** Two looks with the time between them in which a file must not change. */
async function lookTwice() {
  await look();
  town.clock.set(new Date((await town.clock.now()).getTime() + 20_000));
  return look();
}
function lay(name: string, bytes: Buffer, at = NOW): void {
  writeFileSync(join(corner, name), bytes);
  utimesSync(join(corner, name), new Date(at), new Date(at));
}
const arrivals = async (who: Person = clerk, query = '') => (await who.get(`/scan-arrivals${query}`)).body.items;
/** A sheet with a square of some grey in the middle. */
const faxPage = (ink: number) => ({
  width: 200,
  height: 280,
  data: Uint8Array.from({ length: 200 * 280 }, (_, at) =>
    at % 200 > 70 && at % 200 < 130 && at > 200 * 100 && at < 200 * 180 ? ink : 255,
  ),
});
async function joined(files: readonly Uint8Array[]): Promise<Buffer> {
  const whole = await PDFDocument.create();
  for (const file of files) {
    const one = await PDFDocument.load(file);
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page);
  }
  return Buffer.from(await whole.save());
}
const lying = () => readdirSync(corner).filter((name) => name !== 'rejected');

describe('files that a scanner lays down', () => {
  it('SCI-2 SCI-5 become a receipt of the section when they are whole, and are taken away then', async () => {
    const letter = await pdf(['a', 'b']);
    lay('補助金の照会.pdf', letter, '2026-05-10T01:00:00Z');
    expect(await look()).toMatchObject({ taken: 0 });
    lay('補助金の照会.pdf', Buffer.concat([letter, Buffer.from('\n')]), '2026-05-10T02:00:00Z');
    town.clock.set(new Date('2026-05-11T00:01:00Z'));
    expect(await look()).toMatchObject({ taken: 0 });
    town.clock.set(new Date('2026-05-11T00:02:00Z'));
    expect(await look()).toMatchObject({ taken: 1 });
    expect(lying()).toEqual([]);
    const [arrival] = await arrivals();
    expect(arrival).toMatchObject({
      inletName: '福祉課 複合機',
      fileName: '補助金の照会.pdf',
      state: 'taken',
      reason: null,
      receipts: [{ subject: '補助金の照会', receiptNumber: null }],
    });
    const { body: receipt } = await clerk.get(`/receipts/${arrival.receipts[0].receiptId}`);
    expect(receipt).toMatchObject({
      state: 'arrived',
      channel: 'post',
      section: { code: 'S31' },
      arrivalAt: '2026-05-10T02:00:00.000Z',
      backDated: true,
      backDatingReason: expect.stringContaining('福祉課 複合機'),
      attachments: [{ fileName: '補助金の照会.pdf', pages: 2 }],
    });
  });

  it('SCI-3 the same bytes are one receipt, whatever they are called; the second is noted with what the first became', async () => {
    const letter = await pdf(['one']);
    lay('一.pdf', letter);
    lay('二.pdf', letter);
    expect(await lookTwice()).toMatchObject({ taken: 1, repeated: 1 });
    const [one, two] = await arrivals();
    expect(new Set([one.state, two.state])).toEqual(new Set(['repeated', 'taken']));
    expect(one.receipts).toEqual(two.receipts);
    expect(lying()).toEqual([]);
  });

  it('SCI-3 a crash after the commit leaves a file that the next look only clears away', async () => {
    const [place] = town.app.get(DropPlaces).all as [DropFolder];
    const really = place.remove.bind(place);
    const left: DroppedFile[] = [];
    // The process dies between the commit and the removal: what stands then is what a removal that never was leaves.
    place.remove = (_inlet, file) => {
      left.push(file);
      return Promise.reject(new Error('killed'));
    };
    lay('途中で落ちた.pdf', await pdf(['killed']));
    await lookTwice();
    place.remove = really;
    expect(left).toHaveLength(1);
    expect(lying()).toEqual(['途中で落ちた.pdf']);
    const before = (await arrivals()).length;
    await lookTwice();
    expect(lying()).toEqual([]);
    expect((await arrivals()).length).toBe(before);
    const { body } = await clerk.get('/receipts?view=all&q=%E9%80%94%E4%B8%AD%E3%81%A7%E8%90%BD%E3%81%A1%E3%81%9F');
    expect(body.items).toHaveLength(1);
  });

  it('SCI-4 what is no paper is put aside with the reason beside it, and the clerk reads why', async () => {
    lay('手順.exe', Buffer.from('MZ'));
    lay('壊れた.pdf', Buffer.from('%PDF-1.4 and no more'));
    expect(await lookTwice()).toMatchObject({ refused: 2 });
    expect(lying()).toEqual([]);
    const refused = await arrivals(clerk, '?state=refused');
    expect(refused.map((one: { fileName: string }) => one.fileName).toSorted()).toEqual(['壊れた.pdf', '手順.exe']);
    for (const { id, fileName, reason } of refused) {
      expect(reason.detail).toMatch(/[ぁ-ん]/);
      expect(existsSync(join(corner, 'rejected', id, fileName))).toBe(true);
      expect(readFileSync(join(corner, 'rejected', id, '理由.txt'), 'utf8')).toContain(reason.detail);
    }
  });

  it('SCI-2 .done beside a file says that it is whole', async () => {
    lay('すぐに.pdf', await pdf(['done']));
    writeFileSync(join(corner, 'すぐに.pdf.done'), '');
    expect(await look()).toMatchObject({ taken: 1 });
    expect(lying()).toEqual([]);
  });

  it('SCI-7 a batch is parted by the printed separator; each part is a receipt with its pages, and the ledger names the whole', async () => {
    const mail = join(town.settings.values.SCAN_FOLDER as string, 'mailroom');
    mkdirSync(mail, { recursive: true });
    const batch = await joined([
      await pdf(['A1', 'A2']),
      await separatorSheet(),
      await pdf(['B1']),
      await separatorSheet(),
    ]);
    writeFileSync(join(mail, '郵便.pdf'), batch);
    writeFileSync(join(mail, '郵便.pdf.done'), '');
    expect(await look()).toMatchObject({ taken: 1 });
    const office = await town.as('s1043');
    const [{ receipts }] = await arrivals(office);
    expect(receipts.map(({ subject }: { subject: string }) => subject)).toEqual(['郵便（1／2）', '郵便（2／2）']);
    const pages = [];
    for (const { receiptId } of receipts) {
      const { body } = await office.get(`/receipts/${receiptId}`);
      pages.push(...body.attachments.map((one: { fileName: string; pages: number }) => [one.fileName, one.pages]));
    }
    expect(pages).toEqual([
      ['郵便_1.pdf', 2],
      ['郵便_2.pdf', 1],
    ]);
    const entries = await town.database.dataSource.query(
      `select count(distinct subject_id)::int as receipts from ledger.entry where kind = 'intake.scanned'
         and convert_from(canonical, 'UTF8')::jsonb #>> '{facts,scanned}' = $1`,
      [createHash('sha256').update(batch).digest('hex')],
    );
    expect(entries).toEqual([{ receipts: 2 }]);
    const sheet = await office.bytes('/scan-arrivals/separator.pdf');
    expect([sheet.status, sheet.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });

  it('SCI-7 an empty sheet parts a batch as well, and stays with what it closes', async () => {
    const fax = join(town.settings.values.SCAN_FOLDER as string, 'fukushi-fax');
    mkdirSync(fax, { recursive: true });
    const empty = await PDFDocument.create();
    empty.addPage();
    writeFileSync(
      join(fax, '受信.pdf'),
      await joined([await pdf(['F1']), await empty.save(), await pdf(['G1', 'G2'])]),
    );
    writeFileSync(join(fax, '受信.pdf.done'), '');
    expect(await look()).toMatchObject({ taken: 1 });
    const [{ receipts }] = await arrivals();
    const first = await clerk.get(`/receipts/${receipts[0].receiptId}`);
    expect(first.body).toMatchObject({ channel: 'fax', attachments: [{ fileName: '受信_1.pdf', pages: 2 }] });
    const second = await clerk.get(`/receipts/${receipts[1].receiptId}`);
    expect(second.body.attachments).toMatchObject([{ fileName: '受信_2.pdf', pages: 2 }]);
    expect(receipts).toHaveLength(2);
  });

  it('SCI-7 a batch of TIFF pages is parted into TIFF files, page by page as they are', async () => {
    const fax = join(town.settings.values.SCAN_FOLDER as string, 'fukushi-fax');
    const [first, empty, second] = [faxPage(80), faxPage(255), faxPage(120)];
    writeFileSync(join(fax, '束.tif'), greyTiff([first, empty, second, first]));
    writeFileSync(join(fax, '束.tif.done'), '');
    expect(await look()).toMatchObject({ taken: 1 });
    const [{ receipts }] = await arrivals();
    const files = [];
    for (const { receiptId } of receipts) files.push((await clerk.get(`/receipts/${receiptId}`)).body.attachments[0]);
    expect(files).toMatchObject([
      { fileName: '束_1.tif', pages: 2, mediaType: 'image/tiff' },
      { fileName: '束_2.tif', pages: 2, mediaType: 'image/tiff' },
    ]);
    const { bytes } = await clerk.bytes(files[1].originalUrl.replace('/api/v1', ''));
    const pages = decode(bytes);
    for (const page of pages) decodeImage(bytes, page);
    expect(pages.map((page) => Buffer.from(page.data).equals(second.data))).toEqual([true, false]);
    expect(Buffer.from(pages[1]?.data ?? []).equals(first.data)).toBe(true);
  });

  it('SCI-1 SCI-3 SCI-4 a prefix of a bucket is an inlet as well: taken, repeated and put aside there', async () => {
    const endpoint = requiredService('TEST_S3_ENDPOINT');
    const keys = { accessKey: requiredService('TEST_S3_ACCESS_KEY'), secretKey: requiredService('TEST_S3_SECRET_KEY') };
    const { hostname, port } = new URL(endpoint);
    const client = new Client({ endPoint: hostname, port: Number(port), useSSL: false, region: 'us-east-1', ...keys });
    const bucket = `scans-${randomUUID()}`;
    const places = town.app.get(DropPlaces).all as DropPlace[];
    places.push(new DropBucket({ endpoints: [endpoint], bucket, region: 'us-east-1', ...keys }));
    await look();
    const letter = await pdf(['from a bucket']);
    await client.putObject(bucket, 'fukushi/窓口の申請.pdf', letter);
    await client.putObject(bucket, 'fukushi/同じ申請.pdf', letter);
    await client.putObject(bucket, 'fukushi/空.pdf', Buffer.alloc(0));
    await client.putObject(bucket, 'fukushi-fax/夜の束.tif', greyTiff([faxPage(60), faxPage(255), faxPage(90)]));
    expect(await look()).toMatchObject({ taken: 2, repeated: 1, refused: 1 });
    places.pop();
    const batch = (await arrivals()).find(({ fileName }: { fileName: string }) => fileName === '夜の束.tif');
    const parts = [];
    for (const { receiptId } of batch.receipts)
      parts.push((await clerk.get(`/receipts/${receiptId}`)).body.attachments);
    expect(parts).toMatchObject([
      [{ fileName: '夜の束_1.tif', pages: 2, mediaType: 'image/tiff' }],
      [{ fileName: '夜の束_2.tif', pages: 1, mediaType: 'image/tiff' }],
    ]);
    const left: string[] = [];
    for await (const { name } of client.listObjectsV2(bucket, '', true) as AsyncIterable<{ name: string }>)
      left.push(name);
    const [refused] = await arrivals(clerk, '?state=refused');
    expect(left).toEqual([`fukushi/rejected/${refused.id}/理由.txt`, `fukushi/rejected/${refused.id}/空.pdf`]);
    for (const name of left) await client.removeObject(bucket, name);
    await client.removeBucket(bucket);
  });

  it('SCI-6 clerks see the inlets of their section, the records office and the administrator all, others none', async () => {
    expect(await arrivals(await town.as('s1044'))).toEqual([]);
    const office = await arrivals(await town.as('s1011'));
    expect(office.length).toBeGreaterThan(3);
    expect(await (await town.as('hara')).get('/scan-arrivals')).toMatchObject({
      status: 403,
      body: { code: 'intake.not-yours-to-watch' },
    });
  });
});
