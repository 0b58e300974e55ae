-- GUARD-4 for paper: the day of an electronic file follows its records, each of which is guarded; that of a file that holds paper is
-- its own as well (PAP-1), so while it is held it never comes to an earlier one. A record gives up a longer period that it once had
-- only for a day that is not earlier.
create or replace function records.guard_held_dates() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.state in ('transferred', 'disposed') and new.state is distinct from old.state then
    raise exception 'What has been % does not come back.', old.state using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if tg_table_name = 'record' then
    if (coalesce(new.expires_on < old.expires_on, false)
        or new.keep_until is null and old.keep_until is not null and not coalesce(new.expires_on >= old.keep_until, false))
        and records.is_held(old.file_id, old.document_id, platform.today()) then
      raise exception 'Document % is held and not to be kept shorter.', old.document_id
        using errcode = 'restrict_violation', constraint = 'record_is_held';
    end if;
  elsif (coalesce(new.extended_to < old.extended_to, false) or new.extended_to is null and old.extended_to is not null
      or old.medium <> 'electronic' and coalesce(new.expires_on < old.expires_on, false))
      and records.is_held(old.id, null, platform.today()) then
    raise exception 'File % is held and not to be kept shorter.', old.id
      using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  return new;
end $$;
drop trigger held_file_is_not_shortened on records.record_file;
create trigger held_file_is_not_shortened before update of state, extended_to, expires_on on records.record_file
  for each row execute function records.guard_held_dates();
