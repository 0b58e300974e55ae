-- Steps are shown and acted in the order of `position`, so that one can be put between two others on the way.
alter table approvals.step
  add column position double precision,
  -- How many branches must agree; null = all (RULE-31).
  add column need int check (need >= 1);
update approvals.step set position = no * 1000;
alter table approvals.step alter column position set not null;

alter table approvals.seat
  drop constraint seat_skip_check,
  drop constraint seat_state_check,
  add constraint seat_skip_check check (skip in ('drafter', 'vacant', 'same-person', 'own-section', 'not-needed', 'removed')),
  add constraint seat_state_check check (state in ('waiting', 'active', 'done', 'suspended', 'skipped', 'passed', 'removed')),
  -- Seats of one branch act one after the other, branches side by side.
  add column branch int not null default 1,
  add column turn int not null default 1,
  add column origin text not null default 'rule' check (origin in ('rule', 'drafter', 'participant')),
  -- Rises with every opening anew, so that one act closes a seat once (RULE-63).
  add column attempt int not null default 1 check (attempt >= 1),
  -- 保留 (RULE-54)
  add column held_until date,
  -- One task handed to somebody else (RULE-47).
  add column handed_to text,
  add column pass_over boolean not null default false,
  add column passed_by uuid references approvals.seat,
  -- 処理期限 of an open seat.
  add column due_on date,
  -- Whether the holder is away, and who may act instead: kept up to date for lists; whoever acts is asked anew.
  add column away text check (away in ('absence', 'incapacity', 'vacancy')),
  add column away_until timestamptz,
  add column stand_in text,
  add column stand_in_name text;
create index seat_stand_in on approvals.seat (stand_in, opened_at, id) where state = 'active' and stand_in is not null;

alter table approvals.act
  add column attempt int not null default 1,
  -- Whether the act closed its seat; a hold or a handing over does not.
  add column closes boolean not null default true,
  -- By what right: the holder's own, or in whose stead.
  add column capacity text not null default 'main' check (capacity in
    ('main', 'concurrent', 'acting_holder', 'statutory_deputy', 'handed', 'acting', 'proxy', 'drafter', 'records_office')),
  add column for_staff_no text,
  add column for_name text,
  add column for_post_title text,
  -- What else was said: the field or page that a return is about, the day of a hold, the person of a handing over.
  add column detail jsonb;
drop index approvals.act_of_seat;
create unique index act_of_seat on approvals.act (seat_id, attempt) where seat_id is not null and closes;

-- 後閲: read afterwards by whom it was decided for, or who was passed over (RULE-44, RULE-45).
create table approvals.post_review (
  seat_id        uuid        not null references approvals.seat,
  attempt        int         not null,
  document_id    uuid        not null references approvals.approval_case,
  round          int         not null,
  cause          text        not null check (cause in ('acting', 'pull_up', 'absence')),
  principal      text,
  principal_name text,
  opened_at      timestamptz not null,
  outcome        text check (outcome in ('acknowledged', 'opinion')),
  act_id         uuid references approvals.act,
  done_at        timestamptz,
  -- A later round has asked everybody again.
  lapsed_at      timestamptz,
  primary key (seat_id, attempt),
  check ((outcome is null) = (done_at is null))
);
create index post_review_of_document on approvals.post_review (document_id);
create index post_review_inbox on approvals.post_review (principal, opened_at) where outcome is null and lapsed_at is null;

-- 事前の指示: what a decider said beforehand, on the ground of which 代決 is allowed (RULE-42).
create table approvals.prior_instruction (
  id            uuid primary key,
  document_id   uuid        not null references approvals.approval_case,
  post_code     text        not null,
  post_title    text        not null,
  given_by      text        not null,
  given_by_name text        not null,
  given_on      date        not null,
  text          text        not null,
  recorded_by   text        not null,
  recorded_name text        not null,
  recorded_at   timestamptz not null
);
create index prior_instruction_of_document on approvals.prior_instruction (document_id);
create trigger prior_instruction_is_append_only before update or delete on approvals.prior_instruction
  for each row execute function platform.refuse_change();

-- What the drafter asked for beyond the rules: added and left-out seats, posts to pass over.
alter table approvals.approval_case add column requested jsonb not null default '{}';

-- [["S22"],["S21","S12"]] becomes [{"units":["S22"],"need":"all"}, …]: how many of a group must agree is said with it.
-- Published rules stay as they are in meaning; only their notation changes here.
alter table approvals.delegation_rule disable trigger published_rules_stay;
update approvals.delegation_rule set concurrence = coalesce(
  (select jsonb_agg(jsonb_build_object('units', g, 'need', 'all') order by n) from jsonb_array_elements(concurrence) with ordinality as x(g, n)
   where jsonb_typeof(g) = 'array'), '[]')
where jsonb_array_length(concurrence) > 0;
alter table approvals.delegation_rule enable trigger published_rules_stay;

alter table approvals.bulk_outcome add column kind text not null default 'approve' check (kind in ('approve', 'return', 'post_review'));
