-- A retention class may be entered for a day to come, with what a law demands of it; what it said from when stays (FIL-9).
alter table records.retention_class
  -- First day on which a class of the plan or a file may be kept by it; null: since ever.
  add column valid_from date,
  add column statutory_years int check (statutory_years between 1 and 100),
  add column statutory_law text,
  add check ((statutory_years is null) = (statutory_law is null)),
  add check (statutory_years is null or years is null or years >= statutory_years);

create table records.retention_class_version (
  code            text not null references records.retention_class,
  version         int  not null check (version > 0),
  valid_from      date,
  label           text not null,
  years           int,
  basis           text not null,
  disposition     text not null,
  statutory_years int,
  statutory_law   text,
  primary key (code, version)
);
insert into records.retention_class_version (code, version, label, years, basis, disposition)
  select code, 1, label, years, basis, disposition from records.retention_class;

create function records.keep_retention_class_version() returns trigger language plpgsql as $$
begin
  insert into records.retention_class_version (code, version, valid_from, label, years, basis, disposition, statutory_years, statutory_law)
  select new.code, coalesce(max(v.version), 0) + 1,
    case when tg_op = 'INSERT' then coalesce(new.valid_from, platform.today()) else greatest(platform.today(), new.valid_from) end,
    new.label, new.years, new.basis, new.disposition, new.statutory_years, new.statutory_law
  from records.retention_class_version v where v.code = new.code;
  return null;
end $$;
create trigger retention_class_is_remembered after insert on records.retention_class
  for each row execute function records.keep_retention_class_version();
create trigger retention_class_change_is_remembered after update on records.retention_class
  for each row when (old is distinct from new) execute function records.keep_retention_class_version();

select ledger.protect('records.retention_class', null);
select ledger.protect('records.retention_class_version', null);
