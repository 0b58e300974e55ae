create schema ledger;

-- One hash chain for each subject (a document, a file, the municipality): writers of different subjects never wait for
-- each other (ADR 0009). Canonical bytes are the truth; the other columns are projections that the verifier recomputes.
create table ledger.entry (
  id           bigint generated always as identity primary key,
  subject_kind text        not null,
  subject_id   text        not null,
  seq          int         not null check (seq >= 1),
  at           timestamptz not null,
  kind         text        not null,
  actor        text        not null,
  canonical    bytea       not null,
  prev_hash    bytea       not null check (octet_length(prev_hash) = 32),
  hash         bytea       not null check (hash = sha256('\x00'::bytea || canonical)),
  unique (subject_kind, subject_id, seq)
);

create table ledger.chain_head (
  subject_kind text  not null,
  subject_id   text  not null,
  seq          int   not null,
  hash         bytea not null,
  primary key (subject_kind, subject_id)
);

create trigger entry_is_append_only before update or delete on ledger.entry
  for each row execute function platform.refuse_change();
create trigger entry_is_not_truncated before truncate on ledger.entry
  for each statement execute function platform.refuse_change();
