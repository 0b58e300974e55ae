import { UnitOfWork, sql } from '@fubako/platform/database';
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
        papers: [{ number: '8浜福第7号', title: '給食業務委託契約書', documentedOn: '2026-05-11', pages: 12 }],
      },
      { title: '見積書綴(紙)', document_count: 1, papers: [] },
    ]);
    const [{ canonical }] = (await rowsOf<{ canonical: string }>(
      town,
      sql`select convert_from(canonical, 'UTF8') as canonical from records.disposal_certificate`,
    )) as [{ canonical: string }];
    expect(canonical).toContain('給食業務委託契約書');
    const clerk = await town.as(PARTS.clerk);
    expect((await clerk.bytes(`/disposal-batches/${id}/certificate.pdf`)).bytes.subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
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
});
