-- A file that waits to follow a changed rule is kept by what the rule said before (FIL-8): so says the register of that day, whatever
-- else is changed on the file meanwhile. When it is reached the register follows too, even where no date of the file changes.
create function records.remember_files(ids uuid[]) returns void language sql as $$
  insert into records.file_history (file_id, since, class_code, section_code, section_name, fiscal_year, volume, title,
    retention_class, retention_label, retention_years, disclosure_class, disposition, state, custody, medium, secret,
    starts_on, expires_on, closed_on)
  select f.id, platform.today(), f.class_code, f.section_code, f.section_name, f.fiscal_year, f.volume, f.title,
    f.retention_class, coalesce(f.kept_label, w.before ->> 'label', t.label),
    case when f.kept_basis is not null then f.kept_years when w.before is not null then (w.before ->> 'years')::int else t.years end,
    f.disclosure_class, f.disposition, f.state, f.custody, f.medium, f.secret, f.starts_on, f.expires_on, f.closed_on
  from records.record_file f
    join records.retention_class t on t.code = f.retention_class
    left join lateral (
      select c.before from records.rule_change_file i join records.rule_change c on c.id = i.change_id
      where i.file_id = f.id and i.outcome is null and c.kind = 'terms' and c.code = f.retention_class limit 1) w on true
  where f.id = any(ids)
  on conflict (file_id, since) do update set class_code = excluded.class_code, section_code = excluded.section_code,
    section_name = excluded.section_name, fiscal_year = excluded.fiscal_year, volume = excluded.volume, title = excluded.title,
    retention_class = excluded.retention_class, retention_label = excluded.retention_label, retention_years = excluded.retention_years,
    disclosure_class = excluded.disclosure_class, disposition = excluded.disposition,
    state = excluded.state, custody = excluded.custody, medium = excluded.medium, secret = excluded.secret,
    starts_on = excluded.starts_on, expires_on = excluded.expires_on, closed_on = excluded.closed_on
$$;

create or replace function records.keep_file_history() returns trigger language plpgsql as $$
begin
  perform records.remember_files(array[new.id]);
  return null;
end $$;

create function records.keep_history_of_reached_files() returns trigger language plpgsql as $$
begin
  perform records.remember_files(array(
    select n.file_id from new_rows n join old_rows o on o.change_id = n.change_id and o.file_id = n.file_id
    where o.outcome is null and n.outcome = 'followed'));
  return null;
end $$;
create trigger reached_files_are_remembered after update on records.rule_change_file
  referencing old table as old_rows new table as new_rows for each statement
  execute function records.keep_history_of_reached_files();
