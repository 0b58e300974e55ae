-- platform.migration and the schema itself are made by the migration runner.

-- Effects that are owed: one row for each consumer of an event, written in the unit that caused it (ADR 0004).
create table platform.outbox (
  id           bigint generated always as identity primary key,
  consumer     text        not null,
  event_id     uuid        not null,
  event_name   text        not null,
  subject      text        not null,
  payload      jsonb       not null,
  created_at   timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  done_at      timestamptz,
  attempts     int         not null default 0,
  last_error   text,
  unique (consumer, event_id)
);
create index outbox_unpublished on platform.outbox (id) where published_at is null;
create index outbox_undone on platform.outbox (created_at) where done_at is null;

-- The stored answer of a write, so that a repeated request gets the same one (reliability 4.2).
create table platform.idempotency (
  actor          text        not null,
  key            text        not null check (length(key) between 16 and 128),
  request_sha256 bytea       not null check (octet_length(request_sha256) = 32),
  status         int,
  body           text,
  created_at     timestamptz not null default clock_timestamp(),
  primary key (actor, key)
);
create index idempotency_age on platform.idempotency (created_at);

-- Append-only tables name this trigger: history is added to, never rewritten (RULE-53).
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = '42501';
end $$;
