-- 書き出し: a list or a package that the worker makes, kept for some hours for the person who ordered it.
create table search.export (
  id           uuid        primary key,
  staff_no     text        not null,
  kind         text        not null check (kind in ('list', 'package')),
  conditions   jsonb       not null,
  reason       text        not null,
  state        text        not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'expired')),
  -- Hits when it was ordered, and those that are written.
  total        int         not null check (total >= 0),
  done         int         not null default 0 check (done >= 0),
  fault        text,
  ordered_at   timestamptz not null,
  expires_at   timestamptz,
  object_key   text,
  sha256       text,
  bytes        bigint,
  chunk_hashes bytea,
  check ((state = 'ready') <= (object_key is not null and sha256 is not null and bytes is not null and chunk_hashes is not null and expires_at is not null))
);
create index export_of_person on search.export (staff_no, ordered_at desc);
create index export_to_expire on search.export (expires_at) where state = 'ready';
