-- 継続簿冊 are closed by hand (YEAR-13): why is kept beside the day. While one is in use its period has not begun, so it has no expiry,
-- whatever the records in it say: the database refuses to dispose of what has none (GUARD-2).
alter table records.record_file
  add column closing_reason text check (closing_reason is null or continuing and state <> 'open' and length(closing_reason) between 1 and 500);
update records.record_file set starts_on = null, expires_on = null
  where continuing and state = 'open' and (starts_on is not null or expires_on is not null);
alter table records.record_file
  add constraint continuing_file_in_use_has_no_end check (not (continuing and state = 'open') or starts_on is null and expires_on is null);
select ledger.protect('records.record_file', 'id');
