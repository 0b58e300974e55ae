-- The second guard of every disposal: whatever the program believes, nothing is executed that was not decided, not for
-- longer than the waiting period, or is not as it was when it was decided.
create function records.guard_executed_item() returns trigger language plpgsql as $$
declare
  batch records.disposal_batch;
begin
  if old.state in ('left_out', 'refused', 'executed') then
    raise exception 'Item % has ended.', old.id using errcode = 'restrict_violation', constraint = 'disposal_item_has_ended';
  end if;
  if new.state in ('approved', 'executed') and old.state <> new.state then
    select * into batch from records.disposal_batch where id = new.batch_id;
    if batch.decided_at is null or not exists (
        select from documents.document d where d.id = batch.document_id and d.decided_at is not null) then
      raise exception 'Item % was not decided.', old.id using errcode = 'restrict_violation', constraint = 'disposal_item_without_decision';
    end if;
  end if;
  if new.state = 'executed' and new.measure = 'destroy'
    and (old.state <> 'approved' or batch.step <> 'execution' or batch.started_at is null or batch.executable_on > platform.today()) then
    raise exception 'Item % is not to be executed yet.', old.id using errcode = 'restrict_violation', constraint = 'disposal_item_not_due';
  end if;
  if old.state = 'approved' and (new.file_id, new.batch_id, new.measure, new.expires_on, new.contents_digest)
      is distinct from (old.file_id, old.batch_id, old.measure, old.expires_on, old.contents_digest) then
    raise exception 'What was decided of item % does not change.', old.id
      using errcode = 'restrict_violation', constraint = 'disposal_item_is_decided';
  end if;
  return new;
end $$;
create trigger item_is_executed_lawfully before update on records.disposal_item
  for each row execute function records.guard_executed_item();

-- What allows a file, or a record in it, to end.
create or replace function records.disposal_item_executed(file uuid, document uuid, outcome text) returns boolean language sql stable as $$
  select exists (
    select from records.disposal_item i
    where i.file_id = disposal_item_executed.file and i.state = 'executed'
      and i.measure = case disposal_item_executed.outcome when 'disposed' then 'destroy' when 'transferred' then 'transfer' end)
$$;

-- The content of what was filed is only erased with a record that was disposed of.
create function records.guard_erasure() returns trigger language plpgsql as $$
begin
  if not exists (
      select from records.record r join records.disposal_item i on i.file_id = r.file_id and i.state = 'executed' and i.measure = 'destroy'
      where r.document_id = new.document_id and r.state = 'disposed') then
    raise exception 'The content of document % is not to be erased.', new.document_id
      using errcode = 'restrict_violation', constraint = 'erasure_without_disposal';
  end if;
  return new;
end $$;
create trigger erasure_follows_disposal before insert on documents.erasure
  for each row execute function records.guard_erasure();
