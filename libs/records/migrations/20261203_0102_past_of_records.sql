-- In which file a document lay at the end of a day, and how its period was reckoned then (RULE-100, ADR 0050). What the file itself
-- was called stands in records.file_history.
create table records.record_past (
  document_id uuid not null references records.record,
  since date not null,
  file_id uuid not null references records.record_file,
  retention_class text not null,
  closed_on date not null,
  provisional boolean not null,
  starts_on date,
  expires_on date,
  primary key (document_id, since)
);

create function records.keep_record_past() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into records.record_past (document_id, since, file_id, retention_class, closed_on, provisional, starts_on, expires_on)
  values (new.document_id, platform.today(), new.file_id, new.retention_class, new.closed_on, new.provisional, new.starts_on, new.expires_on)
  on conflict (document_id, since) do update set file_id = excluded.file_id, retention_class = excluded.retention_class,
    closed_on = excluded.closed_on, provisional = excluded.provisional, starts_on = excluded.starts_on, expires_on = excluded.expires_on;
  return null;
end $$;
create trigger past_begins after insert on records.record for each row execute function records.keep_record_past();
create trigger past_goes_on after update on records.record
  for each row when ((old.file_id, old.retention_class, old.closed_on, old.provisional, old.starts_on, old.expires_on)
    is distinct from (new.file_id, new.retention_class, new.closed_on, new.provisional, new.starts_on, new.expires_on))
  execute function records.keep_record_past();

insert into records.record_past (document_id, since, file_id, retention_class, closed_on, provisional, starts_on, expires_on)
select document_id, platform.today(), file_id, retention_class, closed_on, provisional, starts_on, expires_on from records.record;

select ledger.protect('records.record_past', 'document_id');
create policy readers on records.record_past using (exists (select from documents.document d where d.id = document_id));
alter table records.record_past enable row level security;
insert into platform.walled (table_name, standing) values ('records.record_past', 'walled');
