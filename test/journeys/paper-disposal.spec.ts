import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { deliverOwed } from './deliver';
import {
  PARTS,
  type SeededFile,
  batch,
  believeClock,
  decideBatch,
  deliverDisposal,
  live,
  placeHold,
  rowsOf,
  seedFiles,
  step,
} from './disposals';
import { pdfText, squashed } from './pdf-text';
import { type Town, openTown } from './town';

let town: Town;
beforeEach(async () => {
  town = await openTown('2032-03-29T01:00:00Z');
  believeClock(town);
  town.clock.set('2032-03-29T01:00:00Z');
});
afterEach(() => town?.close());

/** A file of paper of 2026, five years: it has expired on 31 March 2032. */
async function binder(title: string): Promise<string> {
  const clerk = await town.as(PARTS.clerk);
  const given = { classCode: '20-01-01', sectionCode: 'S31', fiscalYear: 2026, title, medium: 'paper', place: '書架' };
  const flags = { personalData: false, secret: false, continuing: false };
  const { status, body } = await clerk.post('/paper-files', { ...given, ...flags });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

async function paper(fileId: string, title: string, documentedOn: string) {
  const clerk = await town.as(PARTS.clerk);
  const given = { title, documentNumber: '8浜福第7号', documentedOn, pages: 12, disposition: false };
  return clerk.post(`/record-files/${fileId}/paper-records`, given);
}

/** A scan that stands for the one paper in the file. */
async function scanned(fileId: string, bytes: Buffer): Promise<string> {
  const clerk = await town.as(PARTS.clerk);
  const { body: registered } = await paper(fileId, '契約書', '2026-05-11');
  const { body: upload } = await clerk.upload('契約書.pdf', bytes);
  await deliverOwed(town, 'scans.');
  const { status, body } = await clerk.post(`/paper-records/${registered.records[0].id}/substitutes`, {
    uploadId: upload.id,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

async function pdf(title: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.addPage();
  return Buffer.from(await document.save());
}

const outcomes = async (id: string) =>
  new Map<string, string>(
    (await batch(town, PARTS.office, id)).files.map(({ fileId, state, outcome }: any) => [
      fileId,
      outcome?.code ?? state,
    ]),
  );

describe('paper goes the same way as what is electronic', () => {
  it('DISP-1 DISP-15 a file of paper goes with its own decision and count, and the register names its papers', async () => {
    const fileId = await binder('契約書綴(紙)');
    expect((await paper(fileId, '給食業務委託契約書', '2026-05-11')).status).toBe(201);
    const bare = await binder('見積書綴(紙)');
    const id = await decideBatch(town);
    await live(town, '2032-04-27T01:00:00Z', '2032-05-25T01:00:00Z');
    const { files } = await batch(town, PARTS.clerk, id);
    expect(files.map((file: any) => [file.title, file.medium, file.documentCount, file.important])).toEqual([
      ['契約書綴(紙)', 'paper', 1, true],
      ['見積書綴(紙)', 'paper', 1, true],
    ]);
    expect((await step(town, PARTS.auditor, id, 'confirmations', { count: 2 })).status).toBe(200);
    expect((await step(town, PARTS.clerk, id, 'executions', { count: 1 })).body.code).toBe('records.wrong-count');
    expect((await step(town, PARTS.clerk, id, 'executions', { count: 2 })).status).toBe(202);
    await deliverDisposal(town);
    expect(await outcomes(id)).toEqual(
      new Map([
        [fileId, 'executed'],
        [bare, 'executed'],
      ]),
    );
    const kept = await rowsOf(
      town,
      sql`select title, document_count, papers from records.disposal_entry order by title`,
    );
    expect(kept).toEqual([
      {
        title: '契約書綴(紙)',
        document_count: 1,
        papers: [
          { number: '8浜福第7号', title: '給食業務委託契約書', documentedOn: '2026-05-11', pages: 12, location: null },
        ],
      },
      { title: '見積書綴(紙)', document_count: 1, papers: [] },
    ]);
    const [{ canonical }] = (await rowsOf<{ canonical: string }>(
      town,
      sql`select convert_from(canonical, 'UTF8') as canonical from records.disposal_certificate`,
    )) as [{ canonical: string }];
    expect(canonical).toContain('給食業務委託契約書');
    const clerk = await town.as(PARTS.clerk);
    const certificate = squashed(await pdfText((await clerk.bytes(`/disposal-batches/${id}/certificate.pdf`)).bytes));
    expect(certificate).toContain('紙は現物を廃棄');
    expect(certificate).toContain('給食業務委託契約書');
    const auditor = await town.as(PARTS.auditor);
    const { body: register } = await auditor.get('/disposal-register?kind=destroyed&fiscalYear=2032');
    expect(register.items.map(({ method }: any) => method)).toEqual(['紙の廃棄', '紙の廃棄']);
    expect((await paper(fileId, '後から', '2026-06-01')).body.code).toBe('records.file-has-left');
  }, 120_000);

  it('DISP-6 DISP-7 paper under a hold, of a later year, lent, or registered after the decision stays', async () => {
    const [hybrid] = (await seedFiles(town, 1)) as [SeededFile];
    const [held, late, lent] = [await binder('保留'), await binder('翌年の紙'), await binder('貸出中')];
    expect((await paper(late, '翌年度の契約書', '2027-04-01')).status).toBe(201);
    const id = await decideBatch(town);
    expect((await outcomes(id)).get(late)).toBe('mixed-years');
    await live(town, '2032-04-27T01:00:00Z', '2032-05-25T01:00:00Z');
    expect((await paper(hybrid.fileId, '決裁の後に見つかった紙', '2026-10-01')).status).toBe(201);
    await placeHold(town, { fileId: held }, { endsOn: null, on: '2032-05-01' });
    const clerk = await town.as(PARTS.clerk);
    const loan = await clerk.post('/loans', { fileId: lent, purpose: '照会', dueOn: '2032-06-10' });
    expect((await clerk.post(`/loans/${loan.body.id}/lending`)).status).toBeLessThan(300);
    expect((await step(town, PARTS.auditor, id, 'confirmations', { count: 3 })).status).toBe(200);
    expect((await step(town, PARTS.clerk, id, 'executions', { count: 3 })).status).toBe(202);
    await deliverDisposal(town);
    expect(await outcomes(id)).toEqual(
      new Map([
        [hybrid.fileId, 'contents-changed'],
        [held, 'held'],
        [late, 'mixed-years'],
        [lent, 'lent'],
      ]),
    );
    expect(await rowsOf(town, sql`select 1 from records.record_file where state = 'disposed'`)).toEqual([]);
    const uow = town.app.get(UnitOfWork);
    const byHand = uow.run(() => uow.change(sql`update records.record_file set state = 'disposed' where id = ${held}`));
    await expect(byHand).rejects.toThrow();
  }, 120_000);

  it('PAP-1 a box in the stacks is as full as it is, whoever looks, and what was destroyed lies in it no more', async () => {
    const office = await town.as(PARTS.office);
    expect((await office.post('/stack-places', { code: 'A-01-01', room: '第1書庫', shelf: '1' })).status).toBe(201);
    for (const fileId of [await binder('契約書綴(紙)'), await binder('見積書綴(紙)')])
      expect(
        (await office.request('PUT', `/record-files/${fileId}/place`, JSON.stringify({ placeCode: 'A-01-01' }), {}))
          .status,
      ).toBe(200);
    const filesIn = async (login: string) => (await (await town.as(login)).get('/stack-places')).body.items[0].files;
    expect([await filesIn(PARTS.clerk), await filesIn('takarabe')]).toEqual([2, 2]);
    const id = await decideBatch(town);
    await live(town, '2032-04-27T01:00:00Z', '2032-05-25T01:00:00Z');
    expect((await step(town, PARTS.auditor, id, 'confirmations', { count: 2 })).status).toBe(200);
    expect((await step(town, PARTS.clerk, id, 'executions', { count: 2 })).status).toBe(202);
    await deliverDisposal(town);
    expect([await filesIn(PARTS.clerk), await filesIn('takarabe')]).toEqual([0, 0]);
  }, 120_000);

  it('RULE-89 RULE-92 a scan that stands for paper ends with its file, and never with another one that carries the same', async () => {
    const [electronic] = (await seedFiles(town, 1)) as [SeededFile];
    const [gone, held] = [await binder('廃棄する紙'), await binder('保留する紙')];
    const [its, shared] = [await pdf('廃棄する紙'), await pdf('保留する紙')];
    const substitute = await scanned(gone, its);
    await scanned(held, shared);
    const office = await town.as(PARTS.office);
    const { body: upload } = await office.upload('写し.pdf', shared);
    const added = await office.post(`/documents/${electronic.documentId}/attachments/additions`, {
      uploadId: upload.id,
      reason: '写し',
    });
    expect(added.status).toBe(201);
    await placeHold(town, { fileId: held }, { endsOn: null, on: '2032-03-29' });
    const id = await decideBatch(town);
    await live(town, '2032-04-27T01:00:00Z', '2032-05-25T01:00:00Z');
    expect((await step(town, PARTS.auditor, id, 'confirmations', { count: 2 })).status).toBe(200);
    expect((await step(town, PARTS.clerk, id, 'executions', { count: 2 })).status).toBe(202);
    await deliverDisposal(town);
    expect(await outcomes(id)).toEqual(
      new Map([
        [electronic.fileId, 'executed'],
        [gone, 'executed'],
        [held, 'held'],
      ]),
    );
    const inCustody = await rowsOf<{ sha256: string }>(
      town,
      sql`select encode(sha256, 'hex') as sha256 from scans.stored_object`,
    );
    const digests = inCustody.map(({ sha256 }) => sha256);
    const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(digests).toContain(hashOf(shared));
    expect(digests).not.toContain(hashOf(its));
    const [entry] = await rowsOf<{ papers: any }>(
      town,
      sql`select papers from records.disposal_entry where file_id = ${gone}`,
    );
    expect(entry?.papers).toMatchObject([{ title: '契約書', scans: [hashOf(its)] }]);
    const { body } = await (await town.as(PARTS.clerk)).get(`/record-files/${gone}/paper`);
    expect(body.substitutes).toMatchObject([{ id: substitute, allowed: [] }]);
    const check = { act: 'check', pages: 12, legible: true };
    expect((await (await town.as(PARTS.head)).post(`/substitutes/${substitute}/steps`, check)).body.code).toBe(
      'records.file-has-left',
    );
  }, 120_000);
});
