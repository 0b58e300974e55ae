-- 簿冊 from opening to its end: closed takes no more documents; transferred and disposed keep their row, the contents are gone.
alter table records.record_file drop constraint record_file_state_check;
alter table records.record_file
  add constraint record_file_state_check check (state in ('open', 'closed', 'transferred', 'disposed')),
  add column closed_on date,
  -- Where it lies: 執務室, 書庫.
  add column custody text not null default 'office' check (custody in ('office', 'stack')),
  add column medium text not null default 'electronic' check (medium in ('electronic', 'paper', 'hybrid')),
  -- 継続簿冊: gathers several fiscal years.
  add column continuing boolean not null default false,
  -- 特定日 of all its documents (RULE-82)
  add column event_on date,
  -- When 永年 and 常用 are looked at again (RULE-80), and why it is kept without end.
  add column review_on date,
  add column permanent_ground text,
  -- 延長 (RULE-87): kept at least until this day; expires_on already says so.
  add column extended_to date,
  add column extension_count int not null default 0 check (extension_count >= 0),
  -- 法定の保存期間: never below (RULE-84).
  add column statutory_years int check (statutory_years between 1 and 100),
  add column statutory_law text,
  add check (extended_to is null or expires_on is null or expires_on >= extended_to);

alter table records.record
  add column state text not null default 'held_in_file' check (state in ('held_in_file', 'transferred', 'disposed')),
  add column medium text not null default 'electronic' check (medium in ('electronic', 'paper', 'hybrid')),
  add column review_on date,
  -- Kept at least until this day, whatever its file says: a longer period it once had. expires_on already says so.
  add column keep_until date;

alter table records.filing_class
  add column statutory_years int check (statutory_years between 1 and 100),
  add column statutory_law text;

-- The due list of a fiscal year, what has no end, what is to be reviewed: of the files that are still there.
create index record_file_due on records.record_file (expires_on, section_code, id) where state in ('open', 'closed');
create index record_file_without_end on records.record_file (section_code, id)
  where expires_on is null and state in ('open', 'closed');
create index record_file_review on records.record_file (review_on, id)
  where review_on is not null and state in ('open', 'closed');

-- 廃棄保留 (RULE-86). In force from the moment it is placed until it is released or its last day has passed.
create table records.hold (
  id              uuid        primary key,
  ground          text        not null check (ground in ('disclosure_request', 'appeal', 'lawsuit', 'audit', 'own')),
  case_no         text,
  reason          text        not null,
  -- Day of the request, the appeal, the suit, the announcement of the audit.
  triggered_on    date        not null,
  -- Day of the decision on the request, of the ruling, of the conclusion.
  decided_on      date        check (decided_on >= triggered_on),
  -- Last day; null: until released.
  ends_on         date        check (ends_on >= triggered_on),
  placed_at       timestamptz not null,
  placed_by       text        not null,
  placed_by_name  text        not null,
  -- What a section head asks for is in force at once; the records office confirms it or releases it.
  confirmed_at    timestamptz,
  confirmed_by    text,
  released_at     timestamptz,
  released_by     text,
  release_reason  text,
  check ((confirmed_at is null) = (confirmed_by is null)),
  check ((released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null))
);
create index hold_in_force on records.hold (ends_on, id) where released_at is null;

create table records.hold_target (
  hold_id     uuid not null references records.hold,
  file_id     uuid references records.record_file,
  document_id uuid references records.record,
  check (num_nonnulls(file_id, document_id) = 1),
  unique nulls not distinct (hold_id, file_id, document_id)
);
create index hold_on_file on records.hold_target (file_id) where file_id is not null;
create index hold_on_document on records.hold_target (document_id) where document_id is not null;
