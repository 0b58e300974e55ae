-- Whether a thing is held is asked only when it would really be kept shorter: compared with a date that is not there, "shorter"
-- is unknown, and the question was then asked for every row of a batch. What is refused stays the same.
create or replace function records.guard_held_dates() returns trigger language plpgsql as $$
begin
  if old.state in ('transferred', 'disposed') and new.state is distinct from old.state then
    raise exception 'What has been % does not come back.', old.state using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if tg_table_name = 'record' then
    if (coalesce(new.expires_on < old.expires_on, false) or new.keep_until is null and old.keep_until is not null)
        and records.is_held(old.file_id, old.document_id, platform.today()) then
      raise exception 'Document % is held and not to be kept shorter.', old.document_id
        using errcode = 'restrict_violation', constraint = 'record_is_held';
    end if;
  elsif (coalesce(new.extended_to < old.extended_to, false) or new.extended_to is null and old.extended_to is not null)
      and records.is_held(old.id, null, platform.today()) then
    raise exception 'File % is held and not to be kept shorter.', old.id
      using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  return new;
end $$;
