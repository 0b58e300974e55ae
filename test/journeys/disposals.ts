import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDateAt } from '@fubako/kernel';
import { projectRoot } from '@fubako/platform/config';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { HostClock, ListExpired, SeeTheDay } from '@fubako/records';
import { deliverOwed } from './deliver';
import { type LivingTown, type Town, act, submittedNotice } from './town';

/** 職員: who has which part in the disposals of the 福祉課. */
export const PARTS = {
  head: 'fukagawa',
  clerk: 's1055',
  office: 'chiba',
  officeHead: 'baba',
  archivist: 's1096',
  auditor: 's1125',
} as const;

/** The machine of the town has the clock of the town. */
export function believeClock(town: Town): void {
  const host = town.app.get(HostClock);
  let instant = new Date();
  host.read = () => instant;
  const set = town.clock.set.bind(town.clock);
  town.clock.set = (at) => {
    set(at);
    instant = new Date(at);
  };
}

/** What the worker does on a day: it is seen to pass, and what has expired is listed. @returns how many files were listed */
export async function passDay(town: Town, instant: string): Promise<number> {
  town.clock.set(instant);
  town.newDay();
  return (await town.app.get(SeeTheDay).run()) ? town.app.get(ListExpired).run() : 0;
}

/** Lives from one day to another: once a week a day is seen to pass and somebody works. */
export async function live(town: Town, from: string, until: string): Promise<void> {
  for (let at = new Date(from); at <= new Date(until); at = new Date(at.getTime() + 7 * 86_400_000)) {
    await passDay(town, at.toISOString());
    await submittedNotice(town, { subject: `日々の仕事 ${localDateAt(at)}` });
  }
}

export interface SeededFile {
  readonly fileId: string;
  readonly documentId: string;
}

/** Files of the 福祉課 with one closed document each, as they lie in the archive after years. */
export async function seedFiles(
  town: LivingTown,
  count: number,
  {
    expiresOn = '2032-03-31',
    firstVolume = 2,
    title = '契約',
    fiscalYear = 2026,
    disposition = 'destroy',
  }: { expiresOn?: string; firstVolume?: number; title?: string; fiscalYear?: number; disposition?: string } = {},
): Promise<SeededFile[]> {
  const uow = town.app.get(UnitOfWork);
  const day = (monthDay: string) => `${fiscalYear}-${monthDay}`;
  const files = Array.from({ length: count }, (_, n) => ({
    file: randomUUID(),
    document: randomUUID(),
    volume: firstVolume + n,
  }));
  const rows = JSON.stringify(files);
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as s(file uuid, document uuid, volume int)`;
  await uow.run(async () => {
    await uow.change(sql`
      insert into documents.document (id, state, matter_type, matter_type_version, form_name, form_version, title, fields, class_code, disclosure_class,
        confidentiality, urgent, escalations, drafter_staff_no, drafter_name, drafter_post_code, drafter_post_title, unit_code, unit_name,
        section_code, section_name, symbol, drafted_at, updated_at, decided_at, closed_on)
      select s.document, 'closed', v.code, v.version, v.form_name, 1, ${title} || s.volume, '{"subject":"中身"}', '20-01-01', 'open', 'none', false, '{}', '1118',
        '原 大地', 'P-U311-02', '主事', 'U311', '福祉係', 'S31', '福祉課', '浜福', ${day('10-01')}::date, ${day('10-01')}::date, ${day('10-02')}::date, ${day('10-03')}::date
      from documents.matter_type_version v, ${given} where v.code = 'contract' and v.version = 1`);
    await uow.change(sql`
      insert into records.record_file (id, class_code, function_code, section_code, section_name, fiscal_year, volume, title, retention_class, state,
        disclosure_class, disposition, starts_on, expires_on, opened_at)
      select s.file, '20-01-01', 'F008', 'S31', '福祉課', ${fiscalYear}::int, s.volume, ${title}, 'R05', 'closed', 'open', ${disposition}, ${`${fiscalYear + 1}-04-01`}::date, ${expiresOn}::date, ${day('10-01')}::date
      from ${given}`);
    await uow.change(sql`
      insert into records.record (document_id, file_id, filed_at, filed_by, retention_class, basis, decided_on, closed_on, provisional,
        starts_on, expires_on, explanation)
      select s.document, s.file, ${day('10-02')}::date, '1006', 'R05', 'closed', ${day('10-02')}::date, ${day('10-03')}::date, false, ${`${fiscalYear + 1}-04-01`}::date, ${expiresOn}::date, '[]'
      from ${given}`);
  });
  return files.map(({ file, document }) => ({ fileId: file, documentId: document }));
}

/** A hold, as the records office places it. @returns its id */
export async function placeHold(
  town: LivingTown,
  target: { fileId?: string; documentId?: string },
  {
    ground = 'disclosure_request',
    caseNo = '開示請求 令和13年第7号',
    endsOn = null as string | null,
    on = '2031-12-01',
  } = {},
): Promise<string> {
  const uow = town.app.get(UnitOfWork);
  const id = randomUUID();
  await uow.run(async () => {
    const at = await uow.now();
    await uow.change(sql`
      insert into records.hold (id, ground, case_no, reason, triggered_on, ends_on, placed_at, placed_by, placed_by_name)
      values (${id}, ${ground}, ${caseNo}, '請求対象のため', ${on}, ${endsOn}, ${at}, '1026', '総務 主査')`);
    await uow.change(sql`
      insert into records.hold_target (hold_id, file_id, document_id) values (${id}, ${target.fileId ?? null}, ${target.documentId ?? null})`);
  });
  return id;
}

export async function batchesOf(town: LivingTown, login: string): Promise<any[]> {
  const { body } = await (await town.as(login)).get('/disposal-batches');
  return body.items;
}

export async function batch(town: LivingTown, login: string, id: string): Promise<any> {
  return (await (await town.as(login)).get(`/disposal-batches/${id}`)).body;
}

/** One step of a batch by somebody, on what they have in view. */
export async function step(town: LivingTown, login: string, id: string, path: string, body: object = {}) {
  const person = await town.as(login);
  const { version } = (await person.get(`/disposal-batches/${id}`)).body;
  return person.post(`/disposal-batches/${id}/${path}`, { expectedVersion: version, ...body });
}

/** Lists what has expired on 1 April 2032. @returns the batch of the section */
export async function listBatch(town: Town): Promise<string> {
  await passDay(town, '2032-03-31T01:00:00Z');
  await passDay(town, '2032-04-01T01:00:00Z');
  await live(town, '2032-04-06T01:00:00Z', '2032-04-20T01:00:00Z');
  return (await batchesOf(town, PARTS.head))[0].id;
}

/** Everything of a batch as the plan proposes, or as `measure` says, and decided. */
export async function decideBatch(town: Town, measure: object | null = null): Promise<string> {
  const id = await listBatch(town);
  if (measure === null) expect((await step(town, PARTS.head, id, 'proposed-choices')).status).toBe(200);
  else {
    const { files } = await batch(town, PARTS.head, id);
    const choices = files.map((file: any) => ({ itemId: file.id, ...measure }));
    expect((await step(town, PARTS.head, id, 'choices', { choices })).status).toBe(200);
  }
  expect((await step(town, PARTS.head, id, 'submissions')).status).toBe(201);
  await approveAll(town, await proposeDecision(town, id));
  return id;
}

/** From the submitted batch to its decision draft. @returns the id of the document */
export async function proposeDecision(town: LivingTown, id: string): Promise<string> {
  expect((await step(town, PARTS.office, id, 'reviews')).status).toBe(200);
  if ((await batch(town, PARTS.office, id)).step === 'consultation')
    expect(
      (await step(town, PARTS.archivist, id, 'opinions', { opinion: '歴史公文書はありません。', wishes: [] })).status,
    ).toBe(200);
  const proposed = await step(town, PARTS.office, id, 'decisions');
  if (proposed.status !== 201) throw new Error(JSON.stringify(proposed.body));
  return proposed.body.documentId;
}

const PEOPLE = new Map(
  readFileSync(join(projectRoot, 'apps/cli/sample-town/people.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .map(([staffNo, , , login]) => [staffNo, login] as const),
);

export function loginOf(staffNo: string): string {
  return PEOPLE.get(staffNo) ?? `s${staffNo}`;
}

/** Everybody whose turn it is approves, until nobody's is, or until it is the decider's. @returns who acted */
export async function approveAll(
  town: LivingTown,
  documentId: string,
  until: 'decided' | 'decision' = 'decided',
): Promise<string[]> {
  const acted: string[] = [];
  for (let turn = 0; turn < 20; turn++) {
    const { body } = await (await town.as(PARTS.office)).get(`/documents/${documentId}/approval`);
    const open = body.steps.find(({ seats }: any) => seats.some(({ state }: any) => state === 'active'));
    if (!open || (until === 'decision' && open.kind === 'decision')) return acted;
    const seat = open.seats.find(({ state }: any) => state === 'active');
    const login = loginOf(seat.holder.staffNo);
    const answer = await act(town, login, documentId);
    if (answer.status !== 201) throw new Error(`${login}: ${answer.status} ${JSON.stringify(answer.body)}`);
    acted.push(seat.holder.staffNo);
  }
  return acted;
}

export const deliverDisposal = (town: LivingTown) =>
  deliverOwed(town, 'records.execute-disposal', 'scans.remove-released');

export async function rowsOf<T>(town: LivingTown, statement: ReturnType<typeof sql>): Promise<T[]> {
  const uow = town.app.get(UnitOfWork);
  return uow.read(() => uow.rows<T>(statement));
}
