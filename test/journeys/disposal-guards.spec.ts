import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VerifyLedger } from '@fubako/ledger';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { ObjectHall, ObjectStore } from '@fubako/platform/object-store';
import { ExecuteDisposal, HostClock, VerifyDisposals } from '@fubako/records';
import { ReleaseObjects, VerifyObjects } from '@fubako/scans';
import {
  PARTS,
  type SeededFile,
  approveAll,
  batch,
  batchesOf,
  believeClock,
  decideBatch,
  deliverDisposal,
  listBatch,
  live,
  loginOf,
  passDay,
  placeHold,
  proposeDecision,
  rowsOf,
  seedFiles,
  step,
} from './disposals';
import { deliverOwed } from './deliver';
import { pdfText, squashed } from './pdf-text';
import { reimport } from './scenarios';
import { CONTRACT_FIELDS, type Town, act, approveBy, execute, openTown, submittedNotice } from './town';

/** For whoever wants to look at them: a folder for the PDFs. */
function keepPaper(name: string, bytes: Buffer): void {
  const folder = process.env.PAPERS_FOLDER;
  if (folder) writeFileSync(join(folder, `${name}.pdf`), bytes);
}

const INTERLEAVINGS = Number(process.env.DISPOSAL_INTERLEAVINGS ?? '40');

let town: Town;
beforeEach(async () => {
  town = await openTown('2032-03-29T01:00:00Z');
  believeClock(town);
  town.clock.set('2032-03-29T01:00:00Z');
});
afterEach(() => town?.close());

const uow = () => town.app.get(UnitOfWork);
const change = (statement: ReturnType<typeof sql>) => uow().run(() => uow().change(statement));
const states = async () =>
  Object.fromEntries(
    (
      await rowsOf<{ state: string; n: number }>(
        town,
        sql`select state, count(*)::int as n from records.record_file where class_code = '20-01-01' group by 1`,
      )
    ).map(({ state, n }) => [state, n]),
  );
const outcomes = async (id: string) =>
  (await batch(town, PARTS.office, id)).files.map(({ state, outcome }: any) => outcome?.code ?? state);

const listed = () => listBatch(town);
const decidedBatch = (measure: object | null = null) => decideBatch(town, measure);

async function waited(): Promise<string> {
  const id = await decidedBatch();
  await live(town, '2032-04-27T01:00:00Z', '2032-05-25T01:00:00Z');
  return id;
}

async function confirmed(id: string, count: number): Promise<void> {
  expect((await step(town, PARTS.auditor, id, 'confirmations', { count })).status).toBe(200);
}

async function started(id: string, count: number): Promise<void> {
  await confirmed(id, count);
  const answer = await step(town, PARTS.clerk, id, 'executions', { count });
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
}

describe('disposal from every side', () => {
  it('DISP-2 some documents of a file are split off and treated otherwise; a held file cannot be split', async () => {
    const [whole, other] = (await seedFiles(town, 2)) as [SeededFile, SeededFile];
    await change(sql`update records.record set file_id = ${whole.fileId} where document_id = ${other.documentId}`);
    const id = await listed();
    const itemOf = async (fileId: string) =>
      (await batch(town, PARTS.head, id)).files.find((file: any) => file.fileId === fileId);
    const split = async (...documentIds: string[]) =>
      step(town, PARTS.head, id, `items/${(await itemOf(whole.fileId)).id}/splits`, { documentIds });
    expect((await split(whole.documentId, other.documentId)).body.code).toBe('records.bad-split');
    const { body } = await split(other.documentId);
    const volume = body.files.find(({ fileId, documentCount }: any) => documentCount === 1 && fileId !== whole.fileId);
    expect(volume).toMatchObject({
      title: '契約',
      volume: 4,
      expiresOn: '2032-03-31',
      proposal: 'destroy',
      measure: null,
    });
    expect(await itemOf(whole.fileId)).toMatchObject({ documentCount: 1 });
    await placeHold(town, { documentId: other.documentId }, { endsOn: null });
    const held = await step(town, PARTS.head, id, `items/${volume.id}/splits`, { documentIds: [other.documentId] });
    expect(held.body.code).toBe('records.held');
  }, 60_000);

  it('DISP-12 the clock of the database leaps forward by 30 years: 0 disposals, nothing listed, and it is on record (E2)', async () => {
    await seedFiles(town, 3);
    await seedFiles(town, 2, { expiresOn: '2050-03-31', firstVolume: 50 });
    const id = await decidedBatch();
    const host = town.app.get(HostClock).read();
    expect(await passDay(town, '2062-05-25T01:00:00Z')).toBe(0);
    await confirmed(id, 3);
    const leapt = await step(town, PARTS.clerk, id, 'executions', { count: 3 });
    expect(leapt).toMatchObject({ status: 409, body: { code: 'records.clock-not-believed' } });
    town.app.get(HostClock).read = () => host;
    expect((await step(town, PARTS.clerk, id, 'executions', { count: 3 })).body.code).toBe(
      'records.clock-not-believed',
    );
    await deliverDisposal(town);
    expect(await states()).toEqual({ closed: 5 });
    const kept = await rowsOf(
      town,
      sql`select count(*)::int as n from ledger.entry where kind = 'records.disposal-refused'`,
    );
    expect(kept).toEqual([{ n: 2 }]);
  }, 120_000);

  it('DISP-12 a run that was started before the leap does not go on after it: 0 disposals, and it is on record', async () => {
    await seedFiles(town, 3);
    const id = await waited();
    await started(id, 3);
    const before = town.app.get(HostClock).read();
    town.clock.set('2062-05-25T01:00:00Z');
    for (const hostAt of [town.app.get(HostClock).read(), before]) {
      town.app.get(HostClock).read = () => hostAt;
      await expect(town.app.get(ExecuteDisposal).run(id)).rejects.toThrow('records.clock-not-believed');
    }
    expect(await states()).toEqual({ closed: 3 });
    expect(await rowsOf(town, sql`select 1 from documents.document where erased_at is not null`)).toEqual([]);
    const kept = sql`select count(*)::int as n from ledger.entry where kind = 'records.disposal-refused'`;
    expect(await rowsOf(town, kept)).toEqual([{ n: 2 }]);
  }, 120_000);

  it('DISP-6 a hold that came and went between decision and execution needs a fresh decision', async () => {
    const [first] = (await seedFiles(town, 3)) as [SeededFile];
    const id = await waited();
    await placeHold(town, { documentId: first.documentId }, { endsOn: '2032-05-20', on: '2032-05-01' });
    await started(id, 3);
    await deliverDisposal(town);
    expect((await outcomes(id)).sort()).toEqual(['executed', 'executed', 'held-meanwhile']);
    expect(await states()).toEqual({ closed: 1, disposed: 2 });
    expect(await passDay(town, '2032-05-26T01:00:00Z')).toBe(1);
    expect((await batchesOf(town, PARTS.head))[0]).toMatchObject({
      step: 'assessment',
      counts: { files: 1, undecided: 1 },
    });
  }, 120_000);

  it('DISP-7 a document that was moved in after the decision is not destroyed with the file; nor one whose retention was edited', async () => {
    const [a, b, c] = (await seedFiles(town, 4)) as [SeededFile, SeededFile, SeededFile];
    const id = await waited();
    await started(id, 4);
    await change(sql`update records.record set file_id = ${a.fileId} where document_id = ${b.documentId}`);
    await change(sql`update records.record set expires_on = '2040-03-31' where document_id = ${c.documentId}`);
    await submittedNotice(town, { subject: '日々の仕事' });
    // DISP-17 Whatever the program believes.
    const believe = (fileId: string) =>
      change(sql`
        update records.disposal_item set state = 'executed', ended_at = now() where batch_id = ${id} and file_id = ${fileId}`);
    for (const { fileId } of [a, b]) await expect(believe(fileId)).rejects.toThrow('is not as it was decided');
    await deliverDisposal(town);
    expect((await outcomes(id)).sort()).toEqual(['contents-changed', 'empty', 'executed', 'not-expired']);
    expect(await states()).toEqual({ closed: 3, disposed: 1 });
  }, 120_000);

  it('DISP-9 where the form does not ask whether it is important, the grounds of escalation say so', async () => {
    await reimport(town, {
      'forms/disposal.json': (text) => {
        const { important: _, ...properties } = JSON.parse(text).properties;
        return JSON.stringify({ ...JSON.parse(text), properties, 'x-ui': { order: ['subject', 'items', 'reason'] } });
      },
    });
    await seedFiles(town, 1);
    const id = await decidedBatch();
    const decided = await batch(town, PARTS.office, id);
    expect(decided).toMatchObject({ step: 'execution', counts: { destroy: { files: 1 } } });
    expect(decided.decidedByName).toContain('副町長');
  }, 120_000);

  it('DISP-10 a refused disposal gets a new retention period, and nothing else is possible', async () => {
    await seedFiles(town, 2);
    const id = await listed();
    await step(town, PARTS.head, id, 'proposed-choices');
    await step(town, PARTS.head, id, 'submissions');
    const documentId = await proposeDecision(town, id);
    const refused = await rejectAtTheEnd(documentId);
    expect(refused).toBe(201);
    expect(await outcomes(id)).toEqual(['decision-refused', 'decision-refused']);
    expect(await passDay(town, '2032-04-21T01:00:00Z')).toBe(2);
    const [next] = await batchesOf(town, PARTS.head);
    const { files } = await batch(town, PARTS.head, next.id);
    expect(files.map(({ mustExtend, proposal }: any) => [mustExtend, proposal])).toEqual([
      [true, 'extend'],
      [true, 'extend'],
    ]);
    const choose = (choice: object) =>
      step(town, PARTS.head, next.id, 'choices', {
        choices: files.map(({ id: itemId }: any) => ({ itemId, ...choice })),
      });
    expect((await choose({ measure: 'destroy' })).body.code).toBe('records.bad-choice');
    expect(
      (await choose({ measure: 'extend', extendYears: 3, reason: '決裁で廃棄が認められなかったため' })).status,
    ).toBe(200);
    expect((await step(town, PARTS.head, next.id, 'submissions')).body).toMatchObject({ proceeding: 2 });
    await approveAll(town, await proposeDecision(town, next.id));
    const expiries = await rowsOf(
      town,
      sql`select distinct expires_on, extension_count from records.record_file where class_code = '20-01-01'`,
    );
    expect(expiries).toEqual([{ expires_on: '2035-03-31', extension_count: 1 }]);
    expect(await batch(town, PARTS.head, next.id)).toMatchObject({ step: 'finished' });
  }, 120_000);

  it('DISP-14 a run that dies in the middle leaves whole files, done or not done, and is taken up again', async () => {
    await seedFiles(town, 5);
    const id = await waited();
    await started(id, 5);
    const release = town.app.get(ReleaseObjects);
    const run = release.run.bind(release);
    let calls = 0;
    release.run = (...args) => {
      calls += 1;
      if (calls === 3) throw new Error('power cut');
      return run(...args);
    };
    await expect(town.app.get(ExecuteDisposal).run(id)).rejects.toThrow('power cut');
    const halves = () =>
      rowsOf(
        town,
        sql`
        select f.id from records.record_file f join records.record r on r.file_id = f.id join documents.document d on d.id = r.document_id
        left join records.disposal_entry e on e.file_id = f.id
        where f.class_code = '20-01-01' and not (
          (f.state = 'disposed' and r.state = 'disposed' and d.erased_at is not null and d.fields = '{}' and e.id is not null)
          or (f.state = 'closed' and r.state = 'held_in_file' and d.erased_at is null and d.fields <> '{}' and e.id is null))`,
      );
    expect(await halves()).toEqual([]);
    expect(await states()).toEqual({ closed: 3, disposed: 2 });
    await deliverDisposal(town);
    expect(await halves()).toEqual([]);
    expect(await states()).toEqual({ disposed: 5 });
    expect((await batch(town, PARTS.office, id)).hasCertificate).toBe(true);
  }, 120_000);

  it(`RULE-86 ${INTERLEAVINGS} holds placed while the disposal runs: 0 disposed under hold (A9)`, async () => {
    const files = await seedFiles(town, 2 * INTERLEAVINGS);
    const id = await waited();
    await started(id, files.length);
    let isOver = false;
    const running = town.app
      .get(ExecuteDisposal)
      .run(id)
      .finally(() => (isOver = true));
    const settled = async () => {
      const counted = sql`select count(*)::int as n from records.disposal_item where batch_id = ${id} and state <> 'approved'`;
      return (await rowsOf<{ n: number }>(town, counted))[0]?.n ?? 0;
    };
    const placed = new Set<string>();
    let attempts = 0;
    // Every hold comes when the disposal is about to reach its file, is at it, or has just been there.
    while (!isOver && attempts < INTERLEAVINGS) {
      const n = await settled();
      const file = files[n + Math.floor(Math.random() * 5) - 1];
      // What is placed here beside the desk is dated by the clock of this machine; before the run is believed, that would be a leap.
      if (n === 0 || !file || placed.has(file.fileId)) continue;
      attempts += 1;
      const target = Math.random() < 0.5 ? { fileId: file.fileId } : { documentId: file.documentId };
      await placeHold(town, target, { endsOn: null }).then(
        () => placed.add(file.fileId),
        () => undefined,
      );
    }
    await running;
    const disposed = await rowsOf<{ id: string }>(
      town,
      sql`select id from records.record_file where state = 'disposed'`,
    );
    const underHold = disposed.filter(({ id: fileId }) => placed.has(fileId));
    const left = await outcomes(id);
    const held = left.filter((code: string) => code.startsWith('held')).length;
    process.stderr.write(
      `${attempts} holds against a running disposal of ${files.length} files: ${placed.size} placed (${held} left out as held), ${disposed.length} disposed of, ${underHold.length} disposed under hold\n`,
    );
    expect(underHold).toEqual([]);
    expect(disposed.length + placed.size).toBe(files.length);
    const erased = await rowsOf(
      town,
      sql`
      select d.id from documents.document d join records.record r on r.document_id = d.id
      where d.erased_at is not null and records.is_held(r.file_id, r.document_id, platform.today())`,
    );
    expect(erased).toEqual([]);
  }, 900_000);

  it('DISP-18 what an administrator of the database takes away with the guards switched off is named', async () => {
    const [file, erased] = (await seedFiles(town, 2)) as [SeededFile, SeededFile];
    const { owned } = town.database;
    await owned.run(async () => {
      await owned.change(sql`set local session_replication_role = replica`);
      await owned.change(sql`update records.record_file set state = 'disposed' where id = ${file.fileId}`);
      await owned.change(
        sql`update documents.document set erased_at = now(), fields = '{}' where id = ${erased.documentId}`,
      );
    });
    const { entries, unlawful } = await town.app.get(VerifyDisposals).run();
    expect(entries).toBe(0);
    expect(unlawful).toEqual([
      { kind: 'erased-without-entry', id: erased.documentId },
      { kind: 'file-without-entry', id: file.fileId },
    ]);
  }, 60_000);

  it('RULE-89 content, objects, text and index are gone; number, title, people and hashes stay; verification is green', async () => {
    town.clock.set('2026-10-03T01:00:00Z');
    town.newDay();
    const word = '蜃気楼型端末';
    const { documentId, sha256 } = await closedContract(word);
    const added = await addedFile(documentId, word);
    await passDay(town, '2032-03-29T01:00:00Z');
    const id = await waited();
    const found = async () => (await (await town.as('hara')).get(`/search?q=${encodeURIComponent(`"${word}"`)}`)).body;
    expect(JSON.stringify(await found())).toContain(documentId);
    const before = await (await town.as('hara')).get(`/documents/${documentId}`);
    // DISP-3 DISP-4 What goes is as large as the two files that it carries, and the proposal names the class that makes it.
    const going = await batch(town, PARTS.office, id);
    const bytes = before.body.attachments.map((one: { bytes: number }) => one.bytes);
    expect(bytes).toHaveLength(2);
    expect(going.sizes).toEqual({ destroy: bytes[0] + bytes[1], transfer: 0, extend: 0 });
    expect(going.files[0]).toMatchObject({ classCode: '20-01-01', className: '契約', statutoryLaw: null });
    await started(id, 1);
    await deliverDisposal(town);
    expect(JSON.stringify(await found())).not.toContain(documentId);
    const keys: string[] = [];
    for await (const { key } of town.app.get(ObjectStore).list(ObjectHall.content)) keys.push(key);
    expect(keys).toEqual([]);
    const left = await rowsOf<{ dump: string }>(
      town,
      sql`
      select coalesce(string_agg(t, ' '), '') as dump from (
        select to_jsonb(d)::text as t from documents.document d where id = ${documentId}
        union all select convert_from(coalesce(canonical, ''), 'UTF8') from documents.revision where document_id = ${documentId}
        union all select to_jsonb(a)::text from approvals.act a where document_id = ${documentId}
        union all select to_jsonb(p)::text from scans.page_text p
        union all select to_jsonb(x)::text from documents.attachment x where document_id = ${documentId}
        union all select folded from search.search_document where document_id = ${documentId}) all_text`,
    );
    expect(left[0]?.dump).not.toContain(word);
    expect(left[0]?.dump).toContain(before.body.title);
    const late = { uploadId: randomUUID(), reason: '遅れた検査のため' };
    const refused = await (await town.as('hara')).post(`/documents/${documentId}/attachments/additions`, late);
    expect(refused).toMatchObject({ status: 410, body: { code: 'documents.content-erased' } });
    const clerk = await town.as(PARTS.clerk);
    const certificate = await clerk.bytes(`/disposal-batches/${id}/certificate.pdf`);
    expect(certificate.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    keepPaper('certificate', certificate.bytes);
    const [proof] = await rowsOf<{ digest: string }>(
      town,
      sql`select encode(digest, 'hex') as digest from records.disposal_certificate`,
    );
    const certified = squashed(await pdfText(certificate.bytes));
    for (const part of [proof?.digest ?? '?', sha256, added, squashed(before.body.title), '1/1'])
      expect(certified).toContain(part);
    const auditor = await town.as(PARTS.auditor);
    const register = (await auditor.bytes('/disposal-register.pdf?kind=destroyed&fiscalYear=2032')).bytes;
    keepPaper('register', register);
    // RULE-88 What, who decided and when, who carried it out, when and how.
    const entered = squashed(await pdfText(register));
    for (const part of ['令和14年4月20日', '副町長', '令和14年5月25日', '電子データの消去', '上田久美子'])
      expect(entered).toContain(part);
    const csv = (await auditor.bytes('/disposal-register.csv?kind=destroyed&fiscalYear=2032')).bytes.toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(3);
    const kept = await rowsOf<{ files: { sha256: string }[] }>(
      town,
      sql`select files from records.disposal_entry_document where document_id = ${documentId}`,
    );
    expect(kept[0]?.files.map((file) => file.sha256)).toEqual([sha256, added].toSorted());
    // SEA-36 The register says that it was there, to those who may see the register.
    const disposed = async (login: string, more = '') => {
      const words = encodeURIComponent(before.body.title.slice(0, 6));
      const { body } = await (await town.as(login)).get(`/search/disposed?q=${words}${more}`);
      return body.items.map((item: any) => [item.documentId, item.kind, item.disposedOn.slice(0, 4)]);
    };
    const gone = [[documentId, 'destroyed', '2032']];
    for (const login of [PARTS.auditor, PARTS.office, 'hara']) expect(await disposed(login)).toEqual(gone);
    expect([await disposed('s1019'), await disposed(PARTS.auditor, '&state=closed')]).toEqual([[], []]);
    expect((await town.app.get(VerifyLedger).run()).anomalies).toEqual([]);
    expect(await town.app.get(VerifyDisposals).run()).toEqual({ entries: 1, unlawful: [] });
    expect(await town.app.get(VerifyObjects).run()).toMatchObject({ damaged: [], unregistered: [], owedRemovals: 0 });
    expect((await (await town.as('hara')).post(`/documents/${documentId}/redrafts`)).body.code).toBe(
      'documents.content-erased',
    );
    // Thirty years later register and certificate still say so.
    town.clock.set('2062-05-25T01:00:00Z');
    const heir = await town.as(PARTS.auditor);
    const inherited = (await heir.bytes('/disposal-register.pdf?kind=destroyed&fiscalYear=2032')).bytes;
    expect(squashed(await pdfText(inherited))).toContain('令和14年5月25日');
    expect(await disposed(PARTS.auditor)).toEqual(gone);
    const proven = await (await town.as(PARTS.clerk)).bytes(`/disposal-batches/${id}/certificate.pdf`);
    expect(squashed(await pdfText(proven.bytes))).toContain(proof?.digest);
    expect(await town.app.get(VerifyDisposals).run()).toEqual({ entries: 1, unlawful: [] });
  }, 120_000);
});

/** A contract with a file that says `word`, decided, executed and closed. */
async function closedContract(word: string): Promise<{ documentId: string; sha256: string }> {
  const hara = await town.as('hara');
  const bytes = Buffer.from(`${word} ${randomUUID()}`, 'utf8');
  const upload = await hara.upload('仕様書.txt', bytes);
  if (upload.status !== 201) throw new Error(JSON.stringify(upload.body));
  const draft = await hara.post('/documents', {
    matterType: 'contract',
    fields: { ...CONTRACT_FIELDS, reason: `${word}が要るため` },
  });
  const documentId: string = draft.body.id;
  await hara.post(`/documents/${documentId}/attachments`, { uploadId: upload.body.id });
  const { body } = await hara.get(`/documents/${documentId}`);
  const submitted = await hara.post(`/documents/${documentId}/submissions`, { expectedVersion: body.version });
  if (submitted.status !== 201) throw new Error(JSON.stringify(submitted.body));
  await deliverOwed(town, 'scans.digest');
  await act(town, 'goto', documentId, 'approve', { comment: `${word}の仕様を確認` });
  await approveBy(town, documentId, 'fukagawa', 'takarabe', 'eto');
  expect((await execute(town, documentId)).status).toBe(201);
  expect((await hara.post(`/documents/${documentId}/closure`)).status).toBe(201);
  return { documentId, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** RULE-61 A file that came after the decision goes with the document. @returns its hash */
async function addedFile(documentId: string, word: string): Promise<string> {
  const hara = await town.as('hara');
  const { body: upload } = await hara.upload('検査調書.txt', Buffer.from(`${word}の検査`, 'utf8'));
  const body = { uploadId: upload.id, reason: `${word}の検査のため` };
  const added = await hara.post(`/documents/${documentId}/attachments/additions`, body);
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  await deliverOwed(town, 'scans.digest');
  return added.body.sha256;
}

/** Everybody approves but the decider, who rejects. @returns the status of the rejection */
async function rejectAtTheEnd(documentId: string): Promise<number> {
  await approveAll(town, documentId, 'decision');
  const { body } = await (await town.as(PARTS.office)).get(`/documents/${documentId}/approval`);
  const decider = body.steps.filter(({ kind }: any) => kind === 'decision').flatMap(({ seats }: any) => seats)[0];
  const answer = await act(town, loginOf(decider.holder.staffNo), documentId, 'reject', { comment: '保存が必要' });
  return answer.status;
}
