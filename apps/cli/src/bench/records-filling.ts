import type { Client } from 'pg';
import { CLONING } from './cloning-sql';
import { tell } from './figures';
import { FILLING } from './filling-sql';
import { DECIDER, submitted } from './waiting-cases';

export const PER_FILE = 10;
/** Classes times sections of the sample town: files of one fiscal year, before there are second volumes. */
const CLASSES = 200;
const CHUNK = 10_000;

/**
 * An archive of files with ten documents each, in the fiscal years before `year`, newest first. A tenth of them expires at the
 * end of `year`; those of the last year are still open. Rows alone: neither texts nor objects.
 */
const RECORDS = `
create table bench.section (place int primary key, code text not null, name text not null);

create function bench.fill_classes(classes int) returns int language plpgsql as $$
begin
  insert into bench.section select row_number() over (order by code) - 1, code, name
    from organisation.org_unit where kind = 'section' and valid_to is null;
  insert into records.filing_class (code, name, level, parent_code, function_code, retention_class, disclosure_class, disposition)
    select 'B' || lpad(n::text, 4, '0'), '計測用の分類' || n, 3, '10-01', null, (array['R03', 'R05', 'R10', 'R30'])[n % 4 + 1], 'open', 'destroy'
    from generate_series(0, classes - 1) n;
  return (select count(*) from bench.section);
end $$;

create function bench.file_of(n bigint, classes int, sections int, year int)
  returns table (id uuid, class_code text, place int, fiscal_year int, volume int, retention_class text, starts_on date, expires_on date)
  language sql immutable as $$
  select bench.id_of(3, n), 'B' || lpad((n % classes)::text, 4, '0'), (n / classes % sections)::int, f.fy, (n / (classes * sections) / 19)::int + 1,
    f.retention, make_date(f.fy + 1, 4, 1),
    case when n % 10 = 0 then make_date(year + 1, 3, 31) else make_date(f.fy + 1 + (array[3, 5, 10, 30])[n % 4 + 1], 3, 31) end
  from (select year - 1 - (n / (classes * sections) % 19)::int as fy, (array['R03', 'R05', 'R10', 'R30'])[n % 4 + 1] as retention) f
$$;

create function bench.fill_files(template uuid, first int, last int, per_file int, classes int, sections int, year int) returns void language plpgsql as $$
declare
  names text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                 where attrelid = 'documents.document'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'id');
begin
  set local session_replication_role = replica;
  insert into records.record_file (id, class_code, section_code, section_name, fiscal_year, volume, title, retention_class, state,
      disclosure_class, disposition, starts_on, expires_on, opened_at, closed_on)
    select f.id, f.class_code, s.code, s.name, f.fiscal_year, f.volume, '計測用の簿冊', f.retention_class,
      case when f.fiscal_year = year - 1 and f.volume = 1 then 'open' else 'closed' end, 'open', 'destroy', f.starts_on, f.expires_on,
      make_timestamptz(f.fiscal_year, 4, 1, 0, 0, 0, 'Asia/Tokyo'),
      case when f.fiscal_year = year - 1 and f.volume = 1 then null else make_date(f.fiscal_year + 1, 3, 31) end
    from generate_series(first, last) n cross join lateral bench.file_of(n, classes, sections, year) f join bench.section s on s.place = f.place;
  execute format('insert into documents.document (id, %1$s) select bench.id_of(4, i), %1$s from documents.document, generate_series($2::bigint * $4, $3::bigint * $4 + $4 - 1) i
    where id = $1', names) using template, first, last, per_file;
  insert into records.record (document_id, file_id, filed_at, filed_by, retention_class, basis, decided_on, closed_on, provisional,
      starts_on, expires_on, explanation)
    select bench.id_of(4, n::bigint * per_file + i), f.id, make_timestamptz(f.fiscal_year, 10, 1, 0, 0, 0, 'Asia/Tokyo'), '1006', f.retention_class, 'closed',
      make_date(f.fiscal_year, 10, 1), make_date(f.fiscal_year, 10, 1), false, f.starts_on, f.expires_on, '[]'
    from generate_series(first, last) n cross join lateral bench.file_of(n, classes, sections, year) f cross join generate_series(0, per_file - 1) i;
end $$;

-- The plan of the year that has begun: a file for each class and section of the last one, up to a limit.
create function bench.plan_year(classes int, sections int, year int, most int) returns int language plpgsql as $$
begin
  insert into records.year_plan (fiscal_year, confirmed_at, confirmed_by, confirmed_by_name) values (year, now(), '1012', '計測');
  insert into records.year_line (id, fiscal_year, class_code, section_code, section_name, title, personal_data, secret)
    select bench.id_of(5, n), year, f.class_code, s.code, s.name, '計測用の簿冊', false, false
    from generate_series(0, least(most, classes * sections) - 1) n cross join lateral bench.file_of(n, classes, sections, year) f
      join bench.section s on s.place = f.place;
  return (select count(*) from records.year_line where fiscal_year = year);
end $$;
`;

export interface FilledArchive {
  /** Fewer than were asked for when the time was over. */
  readonly files: number;
  readonly sections: number;
  readonly classes: number;
}

/** Fills so many files by insert-select, in chunks that say how far it is; stops filling when the minutes are over. */
export async function fillArchive(
  client: Client,
  url: string,
  { files, year, minutes }: { files: number; year: number; minutes: number },
): Promise<FilledArchive> {
  const template = await submitted(url, 0, DECIDER);
  await client.query(CLONING);
  await client.query(FILLING);
  await client.query(RECORDS);
  const { rows } = await client.query<{ sections: number }>('select bench.fill_classes($1) as sections', [CLASSES]);
  const sections = rows[0]?.sections ?? 0;
  const started = performance.now();
  const isOver = (): boolean => performance.now() - started > minutes * 60_000;
  let filled = 0;
  while (filled < files && !isOver()) {
    const first = filled;
    const last = Math.min(files, first + CHUNK) - 1;
    await client.query('select bench.fill_files($1, $2::int, $3::int, $4::int, $5::int, $6::int, $7::int)', [
      template,
      first,
      last,
      PER_FILE,
      CLASSES,
      sections,
      year,
    ]);
    filled = last + 1;
    if ((filled / CHUNK) % 5 === 0) tell(`${filled} files after ${Math.round((performance.now() - started) / 1000)} s`);
  }
  await client.query('vacuum analyze');
  if (filled < files) tell(`stopped at ${filled} files: ${minutes} minutes are over`);
  return { files: filled, sections, classes: CLASSES };
}
