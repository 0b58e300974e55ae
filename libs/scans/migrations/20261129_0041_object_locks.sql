-- 錠: what the store was told about content that documents carry: kept at least until a day that nobody can shorten, and held for
-- as long as it is carried. Drift: the store answered something weaker than what it was told.
create table scans.object_lock (
  sha256       bytea       primary key references scans.stored_object on delete cascade,
  retain_until timestamptz not null,
  checked_at   timestamptz not null,
  drifted_at   timestamptz,
  drift        text check (drift in ('no-retention', 'shorter', 'no-hold', 'missing')),
  check ((drift is null) = (drifted_at is null))
);
create index object_lock_checked on scans.object_lock (checked_at);
