-- 確定待ち: a final decision that its author can still undo; it takes effect when the grace time has passed (ADR 0029).
create table approvals.staged_decision (
  id              uuid primary key,
  document_id     uuid        not null references approvals.approval_case,
  seat_id         uuid        not null references approvals.seat,
  attempt         int         not null,
  -- What the author had before them.
  version         int         not null,
  content_digest  bytea       not null check (length(content_digest) = 32),
  -- The act as it was asked, and its author as they were.
  act             jsonb       not null,
  actor           text        not null,
  author          jsonb       not null,
  idempotency_key text,
  bulk_key        text,
  verdict         text        not null check (verdict in ('decided', 'rejected')),
  staged_at       timestamptz not null,
  due_at          timestamptz not null check (due_at >= staged_at),
  state           text        not null default 'staged' check (state in ('staged', 'effective', 'undone', 'dropped')),
  -- Why it was dropped.
  cause           text,
  settled_at      timestamptz,
  check ((state = 'staged') = (settled_at is null)),
  check ((state = 'dropped') = (cause is not null))
);
-- One matter waits for one decision.
create unique index staged_decision_once on approvals.staged_decision (document_id) where state = 'staged';
create index staged_decision_due on approvals.staged_decision (due_at) where state = 'staged';
create index staged_decision_of_author on approvals.staged_decision (actor, staged_at) where state = 'staged';

alter table approvals.bulk_outcome drop constraint bulk_outcome_outcome_check,
  add constraint bulk_outcome_outcome_check check (outcome in ('applied', 'staged', 'excluded', 'conflict', 'refused'));
