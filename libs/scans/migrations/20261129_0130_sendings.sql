-- 送信: a file on its way in pieces, so that a transfer that breaks off goes on where it stopped. The pieces lie in the
-- quarantine of the object store; they and the rows go when the file was taken in, was given up, or is a day old.
create table scans.sending (
  id         uuid        primary key,
  staff_no   text        not null,
  file_name  text        not null check (file_name <> ''),
  bytes      bigint      not null check (bytes > 0),
  started_at timestamptz not null,
  -- What it became; a second request for its end is told the same.
  upload_id  uuid references scans.upload on delete cascade
);
create index sending_of_person on scans.sending (staff_no, started_at) where upload_id is null;
create index sending_oldest on scans.sending (started_at);
create index sending_upload on scans.sending (upload_id);

create table scans.sending_piece (
  sending_id   uuid  not null references scans.sending on delete cascade,
  -- Counted from 0; every piece but the last has the same size.
  n            int   not null check (n >= 0),
  bytes        int   not null check (bytes > 0),
  -- Its name in the quarantine.
  object_id    uuid  not null,
  sha256       bytea not null check (octet_length(sha256) = 32),
  chunk_hashes bytea not null,
  primary key (sending_id, n)
);
