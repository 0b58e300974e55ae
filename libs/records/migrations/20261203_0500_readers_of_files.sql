-- A file is seen by its section and by who keeps or looks over the archive (LIST-2), by whoever sees a document in it, and by who has
-- borrowed it; the first two change it (ADR 0051). What only fills a file with what was decided runs as the office.
create function records.file_kept_when(section text) returns text language sql immutable as $$
  select format($text$(
    (select '*' = any(platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist,auditor}')))
    or %1$s = any((select platform.reader_units())::text[])
    or %1$s = any((select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist,auditor}'))::text[])
  )$text$, section) $$;

-- Of loans only, so that the policies of files and of loans do not ask each other in a circle.
create function records.has_borrowed(file uuid) returns boolean language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from records.loan l where l.file_id = file and l.requested_by = (select platform.reader())) $$;

do $$ declare
  t text;
  kept text := records.file_kept_when('section_code');
begin
  -- What costs least is asked first, in one policy: of several nobody says which comes first. Without the offset the planner may gather
  -- all documents that the reader sees before it looks at the first file.
  execute 'create policy readers on records.record_file for select using (' || kept || ' or exists (
    select from records.record r join documents.document d on d.id = r.document_id where r.file_id = record_file.id offset 0)
    or records.has_borrowed(id))';
  execute 'create policy keepers on records.record_file for update using ' || kept;
  execute 'create policy openers on records.record_file for insert with check ' || kept;
  alter table records.record_file enable row level security;
  insert into platform.walled (table_name, standing) values ('records.record_file', 'walled');
  -- Who asks for it, why, what lies in it on paper and where.
  foreach t in array '{loan,paper_record,file_place}'::text[] loop
    execute format('create policy readers on records.%I using (exists (select from records.record_file f where f.id = file_id))', t);
    execute format('alter table records.%I enable row level security', t);
    insert into platform.walled (table_name, standing) values ('records.' || t, 'walled');
  end loop;
  create policy readers on records.scan_substitute using (exists (select from records.paper_record p where p.id = paper_record_id));
  alter table records.scan_substitute enable row level security;
  insert into platform.walled (table_name, standing) values ('records.scan_substitute', 'walled');
end $$;

insert into platform.walled (table_name, standing, reason) values
  ('records.file_history', 'open', 'the file register of each day: it is public by law, and its editions leave out what is secret'),
  ('records.disposal_item', 'open', 'what becomes of a file, without its title: a batch is whole for whoever has to do with it'),
  ('records.disposal_entry_document', 'open', 'the registers of disposal are kept whole'),
  ('records.extension_item', 'open', 'keys of files and days'),
  ('records.finding', 'open', 'keys of files and days'),
  ('records.handover_file', 'open', 'keys of files and places: a list is whole for whoever gives or takes it'),
  ('records.hold_target', 'open', 'keys: what is held is held whoever asks'),
  ('records.rule_change_file', 'open', 'keys of files and days'),
  ('records.year_line', 'open', 'the plan of the files of a year is made and confirmed whole');

-- Guards look at what is there, whoever asks.
alter function records.guard_end_of_file() security definer set search_path = pg_catalog, pg_temp;
alter function records.guard_end_of_record() security definer set search_path = pg_catalog, pg_temp;
alter function records.guard_hold_target() security definer set search_path = pg_catalog, pg_temp;
alter function records.guard_held_dates() security definer set search_path = pg_catalog, pg_temp;
alter function records.guard_lent_file() security definer set search_path = pg_catalog, pg_temp;
alter function records.keep_file_history() security definer set search_path = pg_catalog, pg_temp;
alter function records.keep_history_of_reached_files() security definer set search_path = pg_catalog, pg_temp;
