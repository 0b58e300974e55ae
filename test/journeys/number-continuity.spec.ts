import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { type Answer, type Person, type Town, decidedNotice, openTown } from './town';

const CLIENTS = 40;
const NUMBERS = 1000;
const KILLS = NUMBERS / 10;
const LOST_ANSWERS = NUMBERS / 20;

let town: Town;
let killer: Client;
const query = <T = any>(sql: string, values: unknown[] = []): Promise<T[]> =>
  town.database.dataSource.query(sql, values);

beforeAll(async () => {
  town = await openTown('2026-05-18T01:00:00Z');
  await query(`update organisation.settings_version set settings = settings || '{"numberAt": "execution"}'`);
  killer = new Client({ connectionString: town.database.ownerUrl, application_name: 'fubako-killer' });
  await killer.connect();
});
afterAll(async () => {
  await killer?.end();
  await town?.close();
});

/** Decided notices without a number: one through the use cases, the others copied from its row. */
async function unnumbered(count: number, place = { section: 'S31', symbol: '浜福' }): Promise<string[]> {
  const template = await decidedNotice(town);
  const ids = Array.from({ length: count }, () => randomUUID());
  await query(
    `insert into documents.document select (jsonb_populate_record(d, jsonb_build_object('id', new_id, 'draft_number', null,
       'section_code', $3::text, 'symbol', $4::text))).* from documents.document d, unnest($2::uuid[]) as new_id where d.id = $1`,
    [template, ids, place.section, place.symbol],
  );
  return ids;
}

/** At commit, while the counter is still locked, every number notes its turn: what was rolled back notes nothing. */
async function noteCommits(): Promise<void> {
  await query(`
    create table public.commit_turn (turn bigserial primary key, serial int not null);
    create function public.note_commit() returns trigger language plpgsql security definer as $$
      begin insert into public.commit_turn (serial) values (new.serial); return null; end $$;
    create constraint trigger note_commit after insert on documents.issued_number deferrable initially deferred
      for each row when (new.symbol = '浜福' and new.series_code = 'S-DISPATCH') execute function public.note_commit()`);
}

/** Ends connections in the middle of their transactions, as a power cut does, until enough have been hit. */
async function killTransactions(goesOn: () => boolean): Promise<number> {
  let killed = 0;
  while (killed < KILLS && goesOn()) {
    const { rows } = await killer.query<{ hit: boolean }>(`
      select pg_terminate_backend(pid) as hit from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and application_name <> 'fubako-killer'
        and xact_start is not null and state like 'idle in transaction%' order by random() limit 1`);
    killed += rows.filter(({ hit }) => hit).length;
    await wait(10);
  }
  return killed;
}

interface Outcome {
  readonly documentId: string;
  readonly key: string;
  readonly texts: string[];
  readonly tries: number;
}

/** Asks until there is an answer, always with the same key. */
async function insist(clerk: Person, documentId: string, losesAnswer: boolean): Promise<Outcome> {
  const key = `number-${documentId}`;
  const path = `/documents/${documentId}/execution/numbers`;
  for (let tries = 1; tries <= 30; tries++) {
    const asked = clerk.post(path, {}, { key }).catch(() => null);
    const answer: Answer | null = losesAnswer && tries === 1 ? (void (await asked), null) : await asked;
    if (answer?.status === 201)
      return { documentId, key, tries, texts: answer.body.numbers.map(({ text }: { text: string }) => text) };
    // Anything but "the outcome is unknown, ask again" is an error that reaches a person.
    if (answer && ![503, 409].includes(answer.status)) throw new Error(JSON.stringify(answer.body));
    if (answer?.status === 409 && answer.body.code !== 'request.in-progress')
      throw new Error(JSON.stringify(answer.body));
    await wait(5 + Math.random() * 20);
  }
  throw new Error(`No answer for ${documentId}.`);
}

it('S09 40 clients, 1,000 numbers, every tenth transaction killed: no gap, no twin, retries get the same number, serials in the order of commits', async () => {
  const clerk = await town.as('s1055');
  const waiting = await unnumbered(NUMBERS);
  await noteCommits();
  const queue = waiting.map((documentId, index) => ({
    documentId,
    losesAnswer: index % (NUMBERS / LOST_ANSWERS) === 0,
  }));
  const outcomes: Outcome[] = [];
  const client = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop())
      outcomes.push(await insist(clerk, next.documentId, next.losesAnswer));
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, client)).catch((error: unknown) => {
    queue.length = 0;
    throw error;
  });
  const [killed] = await Promise.all([killTransactions(() => queue.length > 0), clients]);
  expect(killed).toBeGreaterThanOrEqual(KILLS);

  const rows = await query<{ serial: number; text: string; document_id: string }>(`
    select serial, text, document_id from documents.issued_number where series_code = 'S-DISPATCH' and symbol = '浜福' order by serial`);
  expect(rows.map(({ serial }) => serial)).toEqual(Array.from({ length: NUMBERS }, (_, n) => n + 1));
  const given = new Map(rows.map((row) => [row.document_id, row.text]));
  expect(outcomes).toHaveLength(NUMBERS);
  for (const { documentId, texts } of outcomes) expect(texts).toEqual([given.get(documentId)]);
  expect(Math.max(...outcomes.map(({ tries }) => tries))).toBeGreaterThan(1);

  const turns = await query<{ serial: number }>('select serial from public.commit_turn order by turn');
  expect(turns.map(({ serial }) => serial)).toEqual(rows.map(({ serial }) => serial));

  for (const { documentId, key, texts } of outcomes.slice(0, 20)) {
    const again = await clerk.post(`/documents/${documentId}/execution/numbers`, {}, { key });
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(again.body.numbers.map(({ text }: { text: string }) => text)).toEqual(texts);
  }

  const voided = [7, 500, 1000];
  for (const serial of voided) {
    const number = { series: 'S-DISPATCH', symbol: '浜福', year: 2026, serial, reason: `取りやめ ${serial}` };
    expect((await clerk.post('/numbers/voids', number)).status).toBe(204);
  }
  const { body: voids } = await clerk.get('/numbers/voids');
  expect(new Map(voids.items.map(({ serial, voidReason }: any) => [serial, voidReason]))).toEqual(
    new Map(voided.map((serial) => [serial, `取りやめ ${serial}`])),
  );
  const [{ deadlocks }] = (await query(
    `select deadlocks::int from pg_stat_database where datname = current_database()`,
  )) as [{ deadlocks: number }];
  expect(deadlocks).toBe(0);
}, 300_000);

it('S09 other series are not slowed: they do not wait for a counter that somebody holds', async () => {
  const [other] = await unnumbered(1, { section: 'S21', symbol: '浜総' });
  await killer.query('begin');
  await killer.query(
    `select from documents.number_counter where series_code = 'S-DISPATCH' and symbol = '浜福' for update`,
  );
  try {
    const baba = await town.as('baba');
    const answer = await Promise.race([baba.post(`/documents/${other}/execution/numbers`), wait(10_000)]);
    expect(answer).toMatchObject({ status: 201, body: { numbers: [{ text: '8浜総第1号' }] } });
  } finally {
    await killer.query('rollback');
  }
});
