-- 廃棄の停止の解除 (DISP-19): of a witness that held what the database does not have, by name, number of its leaves and their root.
create table records.disposal_release (
  witness          text        not null check (length(witness) between 1 and 500),
  size             bigint      not null check (size > 0),
  root             text        not null check (root ~ '^[0-9a-f]{64}$'),
  released_at      timestamptz not null,
  released_by      text        not null,
  released_by_name text        not null,
  reason           text        not null check (length(reason) between 1 and 500),
  primary key (witness, size, root)
);
create trigger disposal_release_is_append_only before update or delete on records.disposal_release
  for each row execute function platform.refuse_change();
select ledger.protect('records.disposal_release', 'witness');
