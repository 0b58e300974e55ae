-- Open and coming seats by post: what a change of the organisation concerns is found without reading decided matters.
create index seat_under_way on approvals.seat (post_code)
  include (document_id, state, principal, principal_kind, handed_to, away, away_until, stand_in)
  where state in ('active', 'waiting');

-- 引継ぎ of an open seat from one holder of the post to the next, whoever brought it about (RULE-102).
create table approvals.seat_succession (
  id          bigint generated always as identity primary key,
  document_id uuid        not null references approvals.approval_case,
  seat_id     uuid        not null references approvals.seat,
  attempt     int         not null,
  post_title  text        not null,
  from_staff  text        not null,
  from_name   text,
  -- Null: the post is empty (要対応).
  to_staff    text,
  to_name     text,
  at          timestamptz not null
);
create index seat_succession_of_document on approvals.seat_succession (document_id, from_staff);
create trigger seat_succession_is_append_only before update or delete on approvals.seat_succession
  for each row execute function platform.refuse_change();

-- 督促: each once for a seat, its opening and the day that it is about (RULE-35).
create table approvals.reminder (
  seat_id uuid        not null references approvals.seat,
  attempt int         not null,
  kind    text        not null check (kind in ('due', 'overdue', 'escalated', 'held')),
  day     date        not null,
  sent_at timestamptz not null,
  primary key (seat_id, attempt, kind, day)
);
create index seat_due on approvals.seat (least(due_on, held_until)) where state = 'active';
