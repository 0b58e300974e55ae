-- GUARD-12 A hold ends by an act alone (ADR 0070): as it was placed it stays, an end follows from a decision, what was released stays
-- released, and a release or another term is not there without the act that the ledger keeps of it in the same unit.

create function records.guard_hold() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.released_at is not null then
    raise exception 'Hold % was released and stays so.', old.id using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if (new.id, new.placed_at, new.placed_by, new.placed_by_name) is distinct from (old.id, old.placed_at, old.placed_by, old.placed_by_name)
      or old.confirmed_at is not null and (new.confirmed_at, new.confirmed_by) is distinct from (old.confirmed_at, old.confirmed_by)
      or new.released_at is not null
        and (new.ground, new.case_no, new.reason, new.triggered_on, new.decided_on, new.ends_on)
          is distinct from (old.ground, old.case_no, old.reason, old.triggered_on, old.decided_on, old.ends_on) then
    raise exception 'Hold % stays as it was placed.', old.id using errcode = 'restrict_violation', constraint = 'hold_stays_as_placed';
  end if;
  -- HOLD-3 No end but a year after the decision or the ruling; an end that goes makes the hold last longer.
  if new.ends_on is distinct from old.ends_on and new.ends_on is not null
      and not coalesce(new.ground in ('disclosure_request', 'appeal') and new.ends_on >= new.decided_on + interval '1 year', false) then
    raise exception 'Hold % does not end on % by any decision.', old.id, new.ends_on
      using errcode = 'restrict_violation', constraint = 'hold_end_without_decision';
  end if;
  return new;
end $$;
create trigger hold_ends_lawfully before update on records.hold
  for each row when (old.* is distinct from new.*) execute function records.guard_hold();

-- Asked when everything of the unit is there, its entries in the ledger too.
create function records.guard_trace_of_hold() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  today date := platform.today();
  act jsonb;
begin
  if new.released_at is not null then
    -- What began before midnight may end after it.
    if new.release_reason !~ '\S' or new.released_at < new.placed_at or (new.released_at at time zone 'Asia/Tokyo')::date > today
        or ((new.released_at + interval '1 hour') at time zone 'Asia/Tokyo')::date < today then
      raise exception 'Hold % is not released at that time, or without a reason.', new.id
        using errcode = 'restrict_violation', constraint = 'hold_release_is_of_today';
    end if;
  elsif new.decided_on > today and new.decided_on is distinct from old.decided_on then
    raise exception 'Hold % is not decided yet.', new.id using errcode = 'restrict_violation', constraint = 'hold_end_without_decision';
  end if;
  for act in
    select convert_from(e.canonical, 'UTF8')::jsonb from ledger.entry e
    where e.subject_kind = 'hold' and e.subject_id = new.id::text and e.unit = ledger.unit()
      and e.kind = any(case when new.released_at is null then array['records.hold-changed', 'records.hold-decided'] else array['records.hold-released'] end)
  loop
    if new.released_at is not null and act ->> 'actor' = new.released_by and act #>> '{facts,reason}' = new.release_reason
        or new.released_at is null and act #>> '{facts,note}' ~ '\S' and (act #>> '{facts,endsOn}')::date is not distinct from new.ends_on then
      return null;
    end if;
  end loop;
  raise exception 'Hold % is neither released nor changed without an act in the ledger.', new.id
    using errcode = 'restrict_violation', constraint = 'hold_act_without_trace';
end $$;
create constraint trigger hold_ends_by_an_act after update on records.hold deferrable initially deferred
  for each row when (
    (old.released_at, old.ground, old.case_no, old.reason, old.triggered_on, old.decided_on, old.ends_on)
      is distinct from (new.released_at, new.ground, new.case_no, new.reason, new.triggered_on, new.decided_on, new.ends_on))
  execute function records.guard_trace_of_hold();

-- The wall of rows (ADR 0065): whoever asks for a hold places it in their own name; the records office alone changes and releases.
create policy onlookers on records.hold for select using (true);
create policy makers on records.hold for insert with check (placed_by = (select platform.reader()));
create policy changers on records.hold for update using ((select platform.reader_holds('{records_officer}')) is not null);
alter table records.hold enable row level security;
insert into platform.walled (table_name, standing, reason) values ('records.hold', 'open', 'what is held is held whoever asks');

-- GUARD-4 What is held and has no end although its period has begun (永年, 常用) does not get one.
create or replace function records.guard_held_dates() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ends_earlier boolean := case when old.expires_on is null then old.starts_on is not null and new.expires_on is not null
    else coalesce(new.expires_on < old.expires_on, false) end;
begin
  if old.state in ('transferred', 'disposed') and new.state is distinct from old.state then
    raise exception 'What has been % does not come back.', old.state using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if tg_table_name = 'record' then
    if (ends_earlier
        or new.keep_until is null and old.keep_until is not null and not coalesce(new.expires_on >= old.keep_until, false))
        and records.is_held(old.file_id, old.document_id, platform.today()) then
      raise exception 'Document % is held and not to be kept shorter.', old.document_id
        using errcode = 'restrict_violation', constraint = 'record_is_held';
    end if;
  elsif (coalesce(new.extended_to < old.extended_to, false) or new.extended_to is null and old.extended_to is not null
      or old.medium <> 'electronic' and ends_earlier)
      and records.is_held(old.id, null, platform.today()) then
    raise exception 'File % is held and not to be kept shorter.', old.id
      using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  return new;
end $$;
