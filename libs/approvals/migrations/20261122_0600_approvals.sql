create schema approvals;

-- 専決規程: imported as a whole; a running case keeps the set it was planned with (RULE-104).
create table approvals.delegation_rule_set (
  id         int generated always as identity primary key,
  sha256     text        not null,
  created_at timestamptz not null default clock_timestamp()
);

create table approvals.delegation_rule (
  set_id            int    not null references approvals.delegation_rule_set,
  matter_type       text   not null,
  position          int    not null,
  priority          int    not null,
  condition         text   not null,
  min_amount        bigint,
  max_amount        bigint,
  decider_rank      int    not null,
  decider_post_code text,
  -- Groups in order, sections of a group in parallel: [["S22"],["S21","S12"]]
  concurrence       jsonb  not null,
  reason            text   not null,
  primary key (set_id, matter_type, position)
);

-- 案件: the running approval of one document.
create table approvals.approval_case (
  document_id      uuid primary key references documents.document,
  version          int         not null check (version >= 1),
  round            int         not null check (round >= 1),
  revision_no      int         not null,
  content_digest   bytea       not null check (octet_length(content_digest) = 32),
  rule_set_id      int         not null references approvals.delegation_rule_set,
  decision_label   text        not null,
  decision_rank    int         not null,
  drafter_staff_no text        not null,
  submitted_at     timestamptz not null
);

create table approvals.step (
  document_id uuid not null references approvals.approval_case,
  round       int  not null,
  no          int  not null,
  kind        text not null check (kind in ('line', 'review', 'concurrence', 'decision', 'confirmation', 'circulation')),
  primary key (document_id, round, no)
);

-- 行為: what somebody did, with the person as they were (RULE-101) and the content they saw (RULE-60).
create table approvals.act (
  id             uuid primary key,
  document_id    uuid        not null references approvals.approval_case,
  round          int         not null,
  revision_no    int         not null,
  seat_id        uuid,
  kind           text        not null,
  outcome        text,
  actor          text        not null,
  actor_name     text        not null,
  post_title     text        not null,
  unit_name      text        not null,
  comment        text,
  content_digest bytea       not null check (octet_length(content_digest) = 32),
  bulk_key       text,
  acted_at       timestamptz not null
);
-- One effective act for each seat: a double click or a second approver finds it taken (RULE-63).
create unique index act_of_seat on approvals.act (seat_id) where seat_id is not null;
create index act_of_document on approvals.act (document_id, acted_at, id);
create trigger act_is_append_only before update or delete on approvals.act
  for each row execute function platform.refuse_change();

-- 席: a post that must act. Its holder is resolved when it opens (RULE-20).
create table approvals.seat (
  id             uuid primary key,
  document_id    uuid        not null,
  round          int         not null,
  step_no        int         not null,
  seat_no        int         not null,
  post_code      text        not null,
  post_title     text        not null,
  rank           int         not null,
  unit_code      text        not null,
  unit_name      text        not null,
  planned_holder text,
  planned_name   text,
  planned_kind   text,
  reason         jsonb       not null,
  skip           text check (skip in ('drafter', 'vacant', 'same-person', 'own-section')),
  state          text        not null check (state in ('waiting', 'active', 'done', 'suspended', 'skipped')),
  principal      text,
  principal_name text,
  principal_kind text,
  opened_at      timestamptz,
  act_id         uuid references approvals.act,
  -- Set when the act is one of an earlier round that still stands (RULE-50).
  carried        boolean     not null default false,
  foreign key (document_id, round, step_no) references approvals.step,
  check ((state = 'done') = (act_id is not null))
);
create unique index seat_place on approvals.seat (document_id, round, step_no, seat_no);
create index seat_inbox on approvals.seat (principal, opened_at, id) where state = 'active';

-- Answers of a bulk approval, item by item: a repeated request finds what was done and does the rest.
create table approvals.bulk_outcome (
  actor           text        not null,
  key             text        not null,
  seat_id         uuid        not null,
  document_id     uuid        not null,
  outcome         text        not null check (outcome in ('applied', 'excluded', 'conflict', 'refused')),
  code            text,
  dispatch_number text,
  at              timestamptz not null,
  primary key (actor, key, seat_id)
);
