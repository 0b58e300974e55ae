-- A file may be taken off a hand-over list that waits, with a reason (HAND-5): it was disposed of meanwhile, or is not where it should be.
alter table records.handover_file
  add column taken_off_at timestamptz,
  add column taken_off_by text,
  add column taken_off_reason text check (length(taken_off_reason) between 1 and 500),
  add check ((taken_off_at is null) = (taken_off_by is null) and (taken_off_at is null) = (taken_off_reason is null)),
  add check (taken_off_at is null or place_code is null and returned_at is null);
select ledger.protect('records.handover_file', 'file_id');
