-- The second guard: whatever the program believes, nothing held, unexpired, of unknown expiry or without an executed
-- disposal item ever leaves (RULE-86, RULE-88, RULE-90). Statements in these functions see what has committed meanwhile.

-- A hold on a file covers its documents; a hold on a document covers the file it lies in.
create function records.is_held(file uuid, document uuid, day date) returns boolean language sql stable as $$
  select exists (
      select from records.hold_target t join records.hold h on h.id = t.hold_id
      where t.file_id = file and h.released_at is null and (h.ends_on is null or h.ends_on >= day))
    or exists (
      select from records.hold_target t join records.hold h on h.id = t.hold_id
      where t.document_id = document and h.released_at is null and (h.ends_on is null or h.ends_on >= day))
    or (document is null and exists (
      select from records.record r join records.hold_target t on t.document_id = r.document_id join records.hold h on h.id = t.hold_id
      where r.file_id = file and h.released_at is null and (h.ends_on is null or h.ends_on >= day)))
$$;

-- Whether an executed item of a disposal names the file, or the record in it (document not null), for this end. Until
-- disposals exist there is none; what brings them replaces this function.
create function records.disposal_item_executed(file uuid, document uuid, outcome text) returns boolean language sql stable as
  $$ select false $$;

create function records.guard_end_of_file() returns trigger language plpgsql as $$
begin
  if records.is_held(new.id, null, platform.today()) then
    raise exception 'File % is held.', new.id using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  if new.state = 'disposed' and (old.expires_on is null or old.expires_on >= platform.today()
      or new.expires_on is distinct from old.expires_on) then
    raise exception 'File % has not expired.', new.id using errcode = 'restrict_violation', constraint = 'record_file_has_not_expired';
  end if;
  if not records.disposal_item_executed(new.id, null, new.state) then
    raise exception 'No executed disposal names the file %.', new.id
      using errcode = 'restrict_violation', constraint = 'record_file_without_disposal';
  end if;
  return new;
end $$;
create trigger file_ends_lawfully before update of state on records.record_file
  for each row when (new.state in ('transferred', 'disposed') and old.state is distinct from new.state)
  execute function records.guard_end_of_file();

create function records.guard_end_of_record() returns trigger language plpgsql as $$
declare
  file records.record_file;
begin
  -- Whoever holds the file, holds its records: a hold that comes at the same time waits, or is seen.
  select * into file from records.record_file where id = old.file_id for no key update;
  if records.is_held(old.file_id, new.document_id, platform.today()) then
    raise exception 'Document % is held.', new.document_id using errcode = 'restrict_violation', constraint = 'record_is_held';
  end if;
  if new.state = 'disposed' and (old.expires_on is null or old.expires_on >= platform.today()
      or new.expires_on is distinct from old.expires_on or file.expires_on is null or file.expires_on >= platform.today()) then
    raise exception 'Document % has not expired.', new.document_id
      using errcode = 'restrict_violation', constraint = 'record_has_not_expired';
  end if;
  if not records.disposal_item_executed(old.file_id, new.document_id, new.state) then
    raise exception 'No executed disposal names the document %.', new.document_id
      using errcode = 'restrict_violation', constraint = 'record_without_disposal';
  end if;
  return new;
end $$;
create trigger record_ends_lawfully before update of state on records.record
  for each row when (new.state in ('transferred', 'disposed') and old.state is distinct from new.state)
  execute function records.guard_end_of_record();

-- What has ended stays ended; what is held is never kept shorter.
create function records.guard_held_dates() returns trigger language plpgsql as $$
begin
  if old.state in ('transferred', 'disposed') and new.state is distinct from old.state then
    raise exception 'What has been % does not come back.', old.state using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if tg_table_name = 'record' then
    if (new.expires_on < old.expires_on or new.keep_until is null and old.keep_until is not null)
        and records.is_held(old.file_id, old.document_id, platform.today()) then
      raise exception 'Document % is held and not to be kept shorter.', old.document_id
        using errcode = 'restrict_violation', constraint = 'record_is_held';
    end if;
  elsif (new.extended_to < old.extended_to or new.extended_to is null and old.extended_to is not null)
      and records.is_held(old.id, null, platform.today()) then
    raise exception 'File % is held and not to be kept shorter.', old.id
      using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  return new;
end $$;
create trigger held_file_is_not_shortened before update of state, extended_to on records.record_file
  for each row execute function records.guard_held_dates();
create trigger held_record_is_not_shortened before update of state, expires_on, keep_until on records.record
  for each row execute function records.guard_held_dates();

-- A hold and a disposal of the same file wait for each other: who comes second sees what the first has done.
create function records.guard_hold_target() returns trigger language plpgsql as $$
declare
  file records.record_file;
  record_state text;
begin
  select f.* into file from records.record_file f
    where f.id = coalesce(new.file_id, (select r.file_id from records.record r where r.document_id = new.document_id))
    for no key update;
  if new.document_id is not null then
    select r.state into record_state from records.record r where r.document_id = new.document_id for no key update;
  end if;
  if file.state in ('transferred', 'disposed') or record_state in ('transferred', 'disposed') then
    raise exception 'What has left cannot be held.' using errcode = 'restrict_violation', constraint = 'hold_comes_too_late';
  end if;
  return new;
end $$;
create trigger hold_meets_what_is_there before insert on records.hold_target
  for each row execute function records.guard_hold_target();

-- Nothing of this is ever deleted: files and records end, holds are released.
create function records.refuse_deletion() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of %.% are not deleted.', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', constraint = 'records_stay';
end $$;
create trigger file_stays before delete on records.record_file for each row execute function records.refuse_deletion();
create trigger record_stays before delete on records.record for each row execute function records.refuse_deletion();
create trigger hold_stays before delete on records.hold for each row execute function records.refuse_deletion();
create trigger hold_target_stays before update or delete on records.hold_target
  for each row execute function records.refuse_deletion();
create trigger file_is_not_truncated before truncate on records.record_file
  for each statement execute function records.refuse_deletion();
create trigger record_is_not_truncated before truncate on records.record
  for each statement execute function records.refuse_deletion();
create trigger hold_is_not_truncated before truncate on records.hold
  for each statement execute function records.refuse_deletion();
create trigger hold_target_is_not_truncated before truncate on records.hold_target
  for each statement execute function records.refuse_deletion();
