-- A retention class may come to say something else: what it said when a file was kept by it is part of the file's past.
alter table records.file_history
  add column retention_label text,
  add column retention_years int check (retention_years between 0 and 100),
  add check (retention_years is null or retention_label is not null);
update records.file_history h set retention_label = t.label, retention_years = t.years
  from records.retention_class t where t.code = h.retention_class;

create or replace function records.keep_file_history() returns trigger language plpgsql as $$
begin
  insert into records.file_history (file_id, since, class_code, section_code, section_name, fiscal_year, volume, title,
    retention_class, retention_label, retention_years, disclosure_class, disposition, state, custody, medium, secret,
    starts_on, expires_on, closed_on)
  select new.id, platform.today(), new.class_code, new.section_code, new.section_name, new.fiscal_year, new.volume, new.title,
    new.retention_class, coalesce(new.kept_label, t.label), case when new.kept_basis is null then t.years else new.kept_years end,
    new.disclosure_class, new.disposition, new.state, new.custody, new.medium, new.secret,
    new.starts_on, new.expires_on, new.closed_on
  from records.retention_class t where t.code = new.retention_class
  on conflict (file_id, since) do update set class_code = excluded.class_code, section_code = excluded.section_code,
    section_name = excluded.section_name, fiscal_year = excluded.fiscal_year, volume = excluded.volume, title = excluded.title,
    retention_class = excluded.retention_class, retention_label = excluded.retention_label, retention_years = excluded.retention_years,
    disclosure_class = excluded.disclosure_class, disposition = excluded.disposition,
    state = excluded.state, custody = excluded.custody, medium = excluded.medium, secret = excluded.secret,
    starts_on = excluded.starts_on, expires_on = excluded.expires_on, closed_on = excluded.closed_on;
  return null;
end $$;
drop trigger file_change_is_remembered on records.record_file;
create trigger file_change_is_remembered after update on records.record_file
  for each row when ((old.class_code, old.section_code, old.section_name, old.fiscal_year, old.volume, old.title,
      old.retention_class, old.kept_basis, old.kept_years, old.kept_label, old.disclosure_class, old.disposition, old.state, old.custody,
      old.medium, old.secret, old.starts_on, old.expires_on, old.closed_on)
    is distinct from (new.class_code, new.section_code, new.section_name, new.fiscal_year, new.volume, new.title,
      new.retention_class, new.kept_basis, new.kept_years, new.kept_label, new.disclosure_class, new.disposition, new.state, new.custody,
      new.medium, new.secret, new.starts_on, new.expires_on, new.closed_on))
  execute function records.keep_file_history();
