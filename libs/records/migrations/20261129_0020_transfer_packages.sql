-- 移管資料: what a batch hands over to the archives, as one file that the worker makes and whoever ordered it takes for some hours.
create table records.transfer_package (
  id              uuid        primary key,
  batch_id        uuid        not null references records.disposal_batch,
  state           text        not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed')),
  -- Documents of the files that are handed over, and those that were looked at so far.
  total           int         not null check (total >= 0),
  done            int         not null default 0 check (done >= 0),
  -- Documents that whoever ordered it may not read: named in the manifest, not packed.
  withheld        int         not null default 0 check (withheld >= 0),
  fault           text,
  ordered_at      timestamptz not null,
  ordered_by      text        not null,
  ordered_by_name text        not null,
  expires_at      timestamptz,
  object_key      text,
  sha256          text,
  bytes           bigint,
  chunk_hashes    bytea,
  check ((state = 'ready') <= (object_key is not null and sha256 is not null and bytes is not null and chunk_hashes is not null and expires_at is not null))
);
create index transfer_package_of_batch on records.transfer_package (batch_id, ordered_at desc);
-- One at a time for each batch and person.
create unique index transfer_package_under_way on records.transfer_package (batch_id, ordered_by) where state in ('waiting', 'running');
