import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { ExtendFiles, RollOverYear, SweepRecords } from '@fubako/records';
import type { Client } from 'pg';
import type { Clerk } from './clerk';
import { cpuMsOf, rounded, tell, timed } from './figures';
import type { FilledArchive } from './records-filling';

export type Times = Readonly<Record<string, readonly number[]>>;

const ROUNDS = 101;
/** Rounds before the first that counts: an application that has just started is slower than on any working day (an answer costs half after 4,000 of them). */
const WARM_UPS = 1500;
const CPU_ROUNDS = 200;
const HOLD_ROUNDS = 6;
const HELD = 1000;
const SWEEPS = 3;
const MOST_LINES = 5000;

/** The first page of what expires in a fiscal year, by the index of due files, with all that a line of the list says, but no walls. */
const DUE = `
  select f.id, f.title, f.volume, f.fiscal_year, f.class_code, f.section_code, f.section_name,
    coalesce(f.kept_label, (case when (select exists (select from records.rule_change_file where outcome is null)) then (
      select x.before from records.rule_change_file i join records.rule_change x on x.id = i.change_id
      where i.file_id = f.id and i.outcome is null and x.kind = 'terms' and x.code = f.retention_class limit 1) end) ->> 'label', t.label),
    f.state, f.custody, f.medium, f.disposition, (select count(*) from records.record r where r.file_id = f.id) + (select count(*) from records.paper_record p where p.file_id = f.id),
    f.expires_on, f.extension_count,
    (select jsonb_build_object('id', h.id, 'ground', h.ground, 'caseNo', h.case_no, 'reason', h.reason, 'triggeredOn', h.triggered_on,
        'decidedOn', h.decided_on, 'endsOn', h.ends_on, 'placedByName', h.placed_by_name)
      from records.hold h where h.released_at is null and (h.ends_on is null or h.ends_on >= current_date)
      and h.id in (select g.hold_id from records.hold_target g where g.file_id = f.id union all
        select g.hold_id from records.record r join records.hold_target g on g.document_id = r.document_id where r.file_id = f.id)
      order by h.ends_on desc nulls first, h.id limit 1)
  from records.record_file f join records.retention_class t on t.code = f.retention_class
  where f.state in ('open', 'closed') and f.expires_on between make_date($1, 4, 1) and make_date($1 + 1, 3, 31)
  order by f.expires_on, f.section_code, f.id limit 51`;

interface Parts {
  readonly client: Client;
  readonly product: INestApplicationContext;
  readonly clerk: Clerk;
  readonly year: number;
  readonly filled: FilledArchive;
  readonly apiPid: number;
}

/** Both sides of every ratio, in one run. */
export class RecordsMeasures {
  constructor(private readonly parts: Parts) {}

  async dueList(): Promise<Times> {
    const { client, clerk, year } = this.parts;
    const path = `/records/due-files?fiscalYear=${year}&limit=50`;
    let cursor = '';
    for (let page = 0; page < 20; page++) {
      const { nextCursor } = await clerk.send<{ nextCursor: string | null }>('GET', `${path}${cursor}`);
      if (nextCursor !== null) cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
    const times = {
      signed_in_http: [] as number[],
      due_http: [] as number[],
      due_late_http: [] as number[],
      due_sql: [] as number[],
    };
    for (let round = 1 - WARM_UPS; round < ROUNDS; round++) {
      const signedIn = await timed(() => clerk.send('GET', '/session'));
      const http = await timed(() => clerk.send('GET', path));
      const late = await timed(() => clerk.send('GET', `${path}${cursor}`));
      const sql = await timed(() => client.query({ name: 'due', text: DUE, values: [year] }));
      if (round < 1) continue;
      times.signed_in_http.push(signedIn);
      times.due_http.push(http);
      times.due_late_http.push(late);
      times.due_sql.push(sql);
    }
    tell('due list measured');
    return times;
  }

  /** Milliseconds of the API process for one page, and for a request that asks for nothing but who is signed in. */
  async cpuOfDueList(): Promise<{ due_api_cpu_ms: number | null; signed_in_api_cpu_ms: number | null }> {
    const { clerk, year } = this.parts;
    return {
      due_api_cpu_ms: await this.cpuOf(() => clerk.send('GET', `/records/due-files?fiscalYear=${year}&limit=50`)),
      signed_in_api_cpu_ms: await this.cpuOf(() => clerk.send('GET', '/session')),
    };
  }

  private async cpuOf(request: () => Promise<unknown>): Promise<number | null> {
    const before = cpuMsOf(this.parts.apiPid);
    for (let n = 0; n < CPU_ROUNDS; n++) await request();
    const after = cpuMsOf(this.parts.apiPid);
    return before === null || after === null ? null : rounded((after - before) / CPU_ROUNDS);
  }

  /** A hold on a thousand files that the due list does not show. */
  async holds(): Promise<Times> {
    const { client, clerk, year } = this.parts;
    const times = { hold_http: [] as number[], hold_sql: [] as number[] };
    for (let round = 0; round < HOLD_ROUNDS; round++) {
      const { rows } = await client.query<{ id: string }>(
        `select id from records.record_file where expires_on <> make_date($1 + 1, 3, 31) and state = 'closed' order by id limit $2 offset $3`,
        [year, HELD, round * HELD],
      );
      const fileIds = rows.map(({ id }) => id);
      const today = new Date().toISOString().slice(0, 10);
      const body = { ground: 'audit', reason: '計測', triggeredOn: today, fileIds };
      const sql = await timed(() => this.undone(() => this.holdInSql(fileIds)));
      const http = await timed(() => clerk.send('POST', '/holds', { body }));
      if (round === 0) continue;
      times.hold_http.push(http);
      times.hold_sql.push(sql);
    }
    tell('holds measured');
    return times;
  }

  async sweep(): Promise<Times> {
    const { client, product } = this.parts;
    const sweep = product.get(SweepRecords, { strict: false });
    const times = { sweep: [] as number[], sweep_scan: [] as number[] };
    for (let round = 0; round < SWEEPS; round++) {
      const scan = `select count(*) from (select file_id, min(decided_on), max(decided_on), count(distinct retention_class) from records.record group by file_id) x`;
      times.sweep_scan.push(await timed(() => client.query(scan)));
      times.sweep.push(await timed(() => sweep.run()));
    }
    tell('sweep measured');
    return times;
  }

  /** Everything that expires in the year, extended by three; stopped in the middle, and taken up again. */
  async extension(): Promise<{ times: Times; files: number }> {
    const { client, product, clerk, year } = this.parts;
    const due = `expires_on = make_date(${year} + 1, 3, 31) and state in ('open', 'closed')`;
    const floor = `update records.record_file set extended_to = make_date(${year} + 4, 3, 31), expires_on = make_date(${year} + 4, 3, 31), extension_count = extension_count + 1 where ${due}`;
    const sql = await timed(() => this.undone(() => client.query(floor)));
    const extending = product.get(ExtendFiles, { strict: false });
    let started = performance.now();
    const batch = await clerk.send<{ id: string; total: number }>('POST', '/records/extensions', {
      body: { due: { fiscalYear: year }, years: 3, reason: '計測' },
    });
    const asked = performance.now() - started;
    started = performance.now();
    const first = extending.run(batch.id);
    await wait(300);
    const stopping = performance.now();
    await clerk.send('POST', `/records/extensions/${batch.id}/stop`);
    await first;
    const stop = performance.now() - stopping;
    await clerk.send('POST', `/records/extensions/${batch.id}/resumption`);
    await extending.run(batch.id);
    const times = {
      extend: [performance.now() - started],
      extend_ask: [asked],
      extend_stop: [stop],
      extend_sql: [sql],
    };
    tell(`${batch.total} files extended`);
    return { times, files: batch.total };
  }

  async rollOver(): Promise<{ times: Times; opened: number; closed: number }> {
    const { client, product, year, filled } = this.parts;
    const { classes, sections } = filled;
    await client.query('select bench.plan_year($1::int, $2::int, $3::int, $4::int)', [
      classes,
      sections,
      year,
      MOST_LINES,
    ]);
    const sql = await timed(() => this.undone(() => this.rollOverInSql()));
    let report = { opened: 0, closed: 0 };
    const rolled = await timed(async () => {
      report = await product.get(RollOverYear, { strict: false }).run();
    });
    tell(`${report.opened} files opened, ${report.closed} closed`);
    return { times: { roll_over: [rolled], roll_over_sql: [sql] }, opened: report.opened, closed: report.closed };
  }

  private async holdInSql(fileIds: readonly string[]): Promise<void> {
    await this.parts.client.query(
      `with h as (
         insert into records.hold (id, ground, reason, triggered_on, placed_at, placed_by, placed_by_name)
         values (gen_random_uuid(), 'audit', '計測', current_date, now(), '1026', '計測') returning id)
       insert into records.hold_target (hold_id, file_id) select h.id, f from h, unnest($1::uuid[]) f`,
      [fileIds],
    );
  }

  private async rollOverInSql(): Promise<void> {
    const { client, year } = this.parts;
    await client.query(
      `insert into records.record_file (id, class_code, section_code, section_name, fiscal_year, title, retention_class, disclosure_class, disposition, opened_at)
       select l.id, l.class_code, l.section_code, l.section_name, l.fiscal_year, l.title, c.retention_class, c.disclosure_class, c.disposition, now()
       from records.year_line l join records.filing_class c on c.code = l.class_code where l.fiscal_year = $1`,
      [year],
    );
    await client.query(
      `update records.record_file set state = 'closed', closed_on = make_date(fiscal_year + 1, 3, 31) where state = 'open' and fiscal_year < $1`,
      [year],
    );
  }

  /** The time of writing without its effect. */
  private async undone(work: () => Promise<unknown>): Promise<void> {
    await this.parts.client.query('begin');
    await work();
    await this.parts.client.query('rollback');
  }
}
