-- Terms under which a file was opened, when its class has come to say something else since (null basis: as the class says).
alter table records.record_file
  add column kept_basis text check (kept_basis in ('closed', 'created', 'file_earliest', 'file_latest', 'event')),
  add column kept_years int check (kept_years between 0 and 100),
  add column kept_label text,
  add check ((kept_basis is null) = (kept_label is null));

-- 延長 as a batch (RULE-87): its items are worked through in bounded chunks, each with its own outcome.
create table records.extension_batch (
  id           uuid        primary key,
  years        int         not null check (years between 1 and 30),
  reason       text        not null,
  asked_at     timestamptz not null,
  asked_by     text        not null,
  asked_by_name text       not null,
  stopped_at   timestamptz,
  stopped_by   text,
  finished_at  timestamptz
);
create table records.extension_item (
  batch_id uuid not null references records.extension_batch,
  file_id  uuid not null references records.record_file,
  outcome  text check (outcome in ('extended', 'refused')),
  -- Why it was refused: gone, no-end, not-yours.
  code     text,
  from_on  date,
  to_on    date,
  done_at  timestamptz,
  primary key (batch_id, file_id),
  check ((outcome is null) = (done_at is null)),
  check ((outcome = 'extended') = (to_on is not null))
);
create index extension_item_left on records.extension_item (batch_id, file_id) where outcome is null;
create index extension_of_file on records.extension_item (file_id) where outcome = 'extended';

-- What the nightly sweep has found, until it finds it no more (RULE-83, RULE-90).
create table records.finding (
  file_id    uuid not null references records.record_file,
  kind       text not null check (kind in ('unknown_expiry', 'mixed_years', 'mixed_retention')),
  found_on   date not null,
  seen_on    date not null,
  primary key (kind, file_id)
);
