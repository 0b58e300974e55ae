create schema execution;

-- 施行の記録: every step from the decided text to the dispatch, one after the other. A mistaken step is undone by a new
-- entry with a reason; nothing is changed or deleted (RULE-65).
create table execution.entry (
  id               uuid primary key,
  document_id      uuid        not null references documents.document,
  no               int         not null check (no >= 1),
  kind             text        not null check (kind in ('clean_copy', 'collation', 'seal', 'dispatch', 'waiver', 'addition', 'undo')),
  particulars      jsonb       not null,
  -- The day on which it was done; beside it, unchangeable, the moment in which it was recorded (RULE-62).
  occurred_on      date        not null,
  reason           text,
  undoes           uuid        unique references execution.entry,
  recorded_at      timestamptz not null,
  recorded_by      text        not null,
  recorded_by_name text        not null,
  post_title       text        not null,
  unique (document_id, no),
  check ((kind = 'undo') = (undoes is not null)),
  check (reason is not null or kind not in ('undo', 'waiver'))
);
create index entry_of_register on execution.entry (kind, occurred_on desc, id desc);
create trigger entry_is_append_only before update or delete on execution.entry
  for each row execute function platform.refuse_change();

-- 浄書: the final text, frozen as the bytes that its digest covers.
create table execution.clean_copy (
  entry_id    uuid primary key references execution.entry,
  canonical   bytea not null,
  digest      bytea not null check (digest = sha256(canonical))
);
create trigger clean_copy_is_append_only before update or delete on execution.clean_copy
  for each row execute function platform.refuse_change();
