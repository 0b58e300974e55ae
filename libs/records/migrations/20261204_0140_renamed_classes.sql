-- A retention class that is only called otherwise from now on asks nobody about its files (FIL-7): the register of the day says the new
-- name of those that are there, and that of days before the old one (REG-3). Where the period changes too, files follow one by one.
create function records.keep_history_of_renamed_class() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform records.remember_files(array(
    select f.id from records.record_file f
    where f.retention_class = new.code and f.kept_label is null and f.state in ('open', 'closed')));
  return null;
end $$;
create trigger renamed_class_is_remembered after update of label on records.retention_class
  for each row when (old.label is distinct from new.label and (old.years, old.basis) is not distinct from (new.years, new.basis))
  execute function records.keep_history_of_renamed_class();
