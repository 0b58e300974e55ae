create schema scans;

-- Content in custody, known by its hash. A row exists only after the object was read back and hashed (ADR 0006), and
-- never changes afterwards except for the day it was last found sound.
create table scans.stored_object (
  sha256         bytea       primary key check (octet_length(sha256) = 32),
  bytes          bigint      not null check (bytes > 0),
  media_type     text        not null,
  -- SHA-256 of each 1 MiB piece, so that every piece is checked before it leaves.
  chunk_hashes   bytea       not null check (octet_length(chunk_hashes) = 32 * ((bytes + 1048575) / 1048576)),
  pages          int check (pages > 0),
  -- Scripts, launch actions, embedded files and the like that were found inside; recorded, not refused.
  active_content text[]      not null default '{}',
  created_at     timestamptz not null,
  verified_at    timestamptz not null
);
create index stored_object_unverified on scans.stored_object (verified_at);

-- What a person sent, until it is taken into a document. The file name is kept letter by letter.
create table scans.upload (
  id         uuid        primary key,
  staff_no   text        not null,
  file_name  text        not null check (file_name <> ''),
  media_type text        not null,
  sha256     bytea       not null references scans.stored_object,
  created_at timestamptz not null,
  used_at    timestamptz
);
create index upload_of_object on scans.upload (sha256);
create index upload_unused on scans.upload (created_at) where used_at is null;

-- 表示用の写し: a derived object that a page can show; the original is never altered.
create table scans.rendition (
  source_sha256 bytea       not null references scans.stored_object,
  kind          text        not null check (kind in ('pdf')),
  state         text        not null check (state in ('pending', 'ready', 'unsupported', 'failed')),
  object_sha256 bytea references scans.stored_object,
  detail        text,
  updated_at    timestamptz not null,
  primary key (source_sha256, kind),
  check ((state = 'ready') = (object_sha256 is not null)),
  check (state in ('pending', 'ready') or detail is not null)
);
create index rendition_of_object on scans.rendition (object_sha256);

create table scans.text_state (
  source_sha256 bytea       primary key references scans.stored_object,
  state         text        not null check (state in ('pending', 'ready', 'none', 'failed')),
  engine        text,
  detail        text,
  updated_at    timestamptz not null
);

-- Text of an object page by page, for searching; pages without text have no row.
create table scans.page_text (
  source_sha256 bytea not null references scans.text_state,
  page          int   not null check (page >= 1),
  text          text  not null check (text <> ''),
  engine        text  not null,
  primary key (source_sha256, page)
);
