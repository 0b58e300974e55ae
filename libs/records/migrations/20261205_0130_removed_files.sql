-- 登録の抹消 (EMPTY-1): a file that was closed without anything in it never gets an expiry, and nothing of it can be disposed of. It is
-- taken off the register with a reason; the row stays, and nothing comes into it any more.
alter table records.record_file drop constraint record_file_state_check;
alter table records.record_file
  add constraint record_file_state_check check (state in ('open', 'closed', 'transferred', 'disposed', 'removed')),
  add column removal_reason text check (length(removal_reason) between 1 and 500),
  add constraint removed_with_a_reason check ((state = 'removed') = (removal_reason is not null));

create function records.guard_removed_file() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.state = 'removed' then
    raise exception 'What was removed does not come back.' using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if records.is_held(old.id, null, platform.today()) then
    raise exception 'File % is held.', old.id using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  if old.state <> 'closed' or old.medium <> 'electronic' or exists (select from records.record r where r.file_id = old.id)
      or exists (select from records.paper_record p where p.file_id = old.id) then
    raise exception 'File % is not empty.', old.id using errcode = 'restrict_violation', constraint = 'removed_file_is_empty';
  end if;
  return new;
end $$;
create trigger empty_file_is_removed before update of state on records.record_file
  for each row when (old.state is distinct from new.state and 'removed' in (old.state, new.state))
  execute function records.guard_removed_file();

create function records.refuse_removed_file() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Whoever removes holds the row: this waits for them, and sees what they did.
  perform from records.record_file f where f.id = new.file_id and f.state = 'removed' for key share;
  if found then
    raise exception 'File % was removed.', new.file_id using errcode = 'restrict_violation', constraint = 'removed_file_is_empty';
  end if;
  return new;
end $$;
create trigger nothing_comes_into_a_removed_file before insert or update of file_id on records.record
  for each row execute function records.refuse_removed_file();
create trigger nothing_comes_into_a_removed_file before insert or update of file_id on records.paper_record
  for each row execute function records.refuse_removed_file();
create trigger nothing_holds_a_removed_file before insert on records.hold_target
  for each row when (new.file_id is not null) execute function records.refuse_removed_file();
select ledger.protect('records.record_file', 'id');
