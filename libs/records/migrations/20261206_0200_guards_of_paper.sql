-- Paths that the program alone guarded: the paper that a scan stands for (RULE-92), its scan, and records that leave a held file.

-- DISP-19 Whether a witness was found to hold what is not here, and the records office has not released that.
create function records.is_locked_by_witness() returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from ledger.witness w where w.root is not null and not exists (
      select from records.disposal_release r where (r.witness, r.size, r.root) = (w.name, w.size, encode(w.root, 'hex'))))
$$;

-- GUARD-9 Paper goes neither by decision nor in fact while its file is held, lent, or has left, before day 90 (SUB-4), or locked (DISP-19).
create function records.guard_end_of_paper() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  paper records.paper_record;
  standing text;
begin
  if old.destroyed_by is not null or old.destruction_decided_by is not null and new.destruction_decided_by is distinct from old.destruction_decided_by then
    raise exception 'What was decided of substitute % stays.', old.id using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  select p.* into paper from records.paper_record p where p.id = old.paper_record_id;
  -- Whoever holds the file, holds its paper: a hold that comes at the same time waits, or is seen.
  select f.state into standing from records.record_file f where f.id = paper.file_id for no key update;
  if standing not in ('open', 'closed') then
    raise exception 'File % has left.', paper.file_id using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  if records.is_held(paper.file_id, null, platform.today()) then
    raise exception 'File % is held.', paper.file_id using errcode = 'restrict_violation', constraint = 'record_file_is_held';
  end if;
  if exists (select from records.loan l where l.file_id = paper.file_id and l.lent_at is not null and l.returned_at is null) then
    raise exception 'File % is lent.', paper.file_id using errcode = 'restrict_violation', constraint = 'record_file_is_lent';
  end if;
  if new.approved_at is null or new.refused_at is not null or paper.disposition and paper.issued_on + 90 >= platform.today() then
    raise exception 'The paper in file % is still kept.', paper.file_id using errcode = 'restrict_violation', constraint = 'paper_is_kept';
  end if;
  if records.is_locked_by_witness() then
    raise exception 'Disposals are locked: the paper in file % stays.', paper.file_id
      using errcode = 'restrict_violation', constraint = 'disposals_are_locked';
  end if;
  return new;
end $$;
create trigger paper_ends_lawfully before update on records.scan_substitute
  for each row when ((old.destruction_decided_by, old.destroyed_by) is distinct from (new.destruction_decided_by, new.destroyed_by))
  execute function records.guard_end_of_paper();

-- GUARD-10 A scan keeps its bytes until its file is disposed of, and never becomes another one.
create function records.guard_scan() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.sha256, new.paper_record_id) is distinct from (old.sha256, old.paper_record_id) or new.object_sha256 is not null
      or not exists (select from records.paper_record p join records.record_file f on f.id = p.file_id
        where p.id = old.paper_record_id and f.state = 'disposed') then
    raise exception 'The scan of substitute % stays.', old.id using errcode = 'restrict_violation', constraint = 'scan_stays_with_its_file';
  end if;
  return new;
end $$;
create trigger scan_stays_with_its_file before update on records.scan_substitute
  for each row when ((old.sha256, old.paper_record_id, old.object_sha256) is distinct from (new.sha256, new.paper_record_id, new.object_sha256))
  execute function records.guard_scan();

-- GUARD-11 A record leaves a held file only with the hold, and paper stays in the file in which it was registered.
create function records.guard_move() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from records.record_file f where f.id = old.file_id for no key update;
  if exists (
      select from records.hold_target t join records.hold h on h.id = t.hold_id
      where t.file_id = old.file_id and h.released_at is null and (h.ends_on is null or h.ends_on >= platform.today())
        and not exists (select from records.hold_target o
          where o.hold_id = h.id and (o.document_id = new.document_id or o.file_id = new.file_id))) then
    raise exception 'Document % is held where it lies.', old.document_id using errcode = 'restrict_violation', constraint = 'record_is_held';
  end if;
  return new;
end $$;
create trigger held_record_moves_with_its_hold before update of file_id on records.record
  for each row when (old.file_id is distinct from new.file_id) execute function records.guard_move();
create function records.refuse_move() returns trigger language plpgsql as $$
begin
  raise exception 'The paper in file % stays in it.', old.file_id using errcode = 'restrict_violation', constraint = 'paper_stays_in_its_file';
end $$;
create trigger paper_stays_in_its_file before update of file_id on records.paper_record
  for each row when (old.file_id is distinct from new.file_id) execute function records.refuse_move();

-- GUARD-5 Nothing comes into a file that has left: it would leave with it, unseen by whoever decided.
create or replace function records.refuse_removed_file() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  standing text;
begin
  -- Whoever ends the file holds the row: this waits for them, and sees what they did.
  select f.state into standing from records.record_file f
    where f.id = new.file_id and f.state in ('removed', 'transferred', 'disposed') for key share;
  if standing = 'removed' then
    raise exception 'File % was removed.', new.file_id using errcode = 'restrict_violation', constraint = 'removed_file_is_empty';
  elsif standing is not null then
    raise exception 'File % has left.', new.file_id using errcode = 'restrict_violation', constraint = 'ended_stays_ended';
  end if;
  return new;
end $$;

-- GUARD-6 Nor are paper, scans, and what proves a disposal.
create trigger paper_stays before delete on records.paper_record for each row execute function records.refuse_deletion();
create trigger scan_stays before delete on records.scan_substitute for each row execute function records.refuse_deletion();
do $$
declare
  name text;
begin
  foreach name in array array['paper_record', 'scan_substitute', 'disposal_batch', 'disposal_item', 'disposal_certificate',
      'disposal_entry_document', 'disposal_release'] loop
    execute format('create trigger rows_are_not_truncated before truncate on records.%I
      for each statement execute function records.refuse_deletion()', name);
  end loop;
end $$;

-- Second guards of an execution: nothing while a witness locks (DISP-19), and nothing but as many documents and papers, until the day, as was
-- decided (DISP-7).
create function records.guard_executed_contents() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  file records.record_file;
begin
  if records.is_locked_by_witness() then
    raise exception 'Disposals are locked: item % stays.', old.id using errcode = 'restrict_violation', constraint = 'disposals_are_locked';
  end if;
  -- Whoever puts something into the file waits, or is seen.
  select f.* into file from records.record_file f where f.id = new.file_id for no key update;
  if new.document_count <> old.document_count or file.expires_on is distinct from new.expires_on
      or new.document_count <> greatest(
        (select count(*) from records.record r where r.file_id = file.id) + (select count(*) from records.paper_record p where p.file_id = file.id),
        case when file.medium = 'paper' then 1 else 0 end) then
    raise exception 'File % is not as it was decided.', file.id using errcode = 'restrict_violation', constraint = 'disposal_item_differs';
  end if;
  return new;
end $$;
create trigger item_is_as_decided before update of state on records.disposal_item
  for each row when (new.state = 'executed' and old.state is distinct from new.state and new.measure in ('destroy', 'transfer'))
  execute function records.guard_executed_contents();
