create schema intake;

-- 収受の種別: forms and applications of one kind may have a ledger and number series of their own (RULE-04).
create table intake.receipt_kind (
  code        text primary key,
  name        text    not null,
  -- Null: the section's series of kind receipt.
  series_code text references documents.number_series,
  -- The time of arrival has legal effect (訴訟, 審査請求, 申請; RULE-01).
  exact_time  boolean not null,
  sort        int     not null
);
insert into intake.receipt_kind values ('general', '一般文書', null, false, 0);

-- 収受文書
create table intake.receipt (
  id                 uuid primary key,
  version            int         not null default 1 check (version >= 1),
  kind               text        not null references intake.receipt_kind,
  subject            text        not null,
  channel            text        not null check (channel in ('post', 'counter', 'email', 'fax', 'courier', 'lgwan', 'online', 'internal')),
  sender             text        not null,
  sender_number      text,
  sender_date        date,
  note               text,
  confidentiality    text        not null check (confidentiality in ('none', 'secret', 'top_secret', 'personnel')),
  -- 到達, 収受, 受理: three moments of their own (RULE-01).
  arrival_at         timestamptz not null,
  arrival_is_exact   boolean     not null,
  -- Why the arrival was entered for an earlier day; stays visible.
  back_dating_reason text,
  received_at        timestamptz,
  received_by_name   text,
  accepted_at        timestamptz,
  accepted_by_name   text,
  -- 収受番号
  receipt_number     text,
  series_code        text,
  number_year        int,
  serial             int,
  -- The section that handles it now; its names as they are at that time (RULE-101).
  section_code       text        not null,
  section_name       text        not null,
  section_symbol     text        not null,
  reply_due_on       date,
  replied_at         timestamptz,
  -- What ended it, null while it is unfinished; its story stands in intake.ending.
  ending             text check (ending in ('read', 'drafted', 'not_needed', 'sent_back')),
  document_id        uuid references documents.document,
  registered_at      timestamptz not null,
  registered_by      text        not null,
  registered_by_name text        not null,
  updated_at         timestamptz not null,
  check (arrival_at <= registered_at),
  -- What is trivial is received without a number (RULE-01).
  check (receipt_number is null or received_at is not null),
  check (accepted_at is null or received_at is not null),
  check ((ending is not distinct from 'drafted') = (document_id is not null))
);
create index receipt_of_section on intake.receipt (section_code, registered_at desc, id desc);
create index receipt_list on intake.receipt (registered_at desc, id desc);
create index receipt_unfinished on intake.receipt (section_code, reply_due_on) where ending is null or (ending = 'drafted' and replied_at is null);
create index receipt_of_document on intake.receipt (document_id) where document_id is not null;

-- Every section that has or had it: its ledger (収受簿) goes on showing it.
create table intake.held (
  receipt_id   uuid        not null references intake.receipt,
  section_code text        not null,
  since        timestamptz not null,
  primary key (section_code, receipt_id)
);
create index held_of_receipt on intake.held (receipt_id);

-- Who has to do with a receipt beyond its section: registrar, readers, drafter and those who decide on the reply.
create table intake.participant (
  receipt_id uuid        not null references intake.receipt,
  staff_no   text        not null,
  since      timestamptz not null,
  primary key (staff_no, receipt_id)
);
create index participant_of_receipt on intake.participant (receipt_id);

-- How the handling in one section ended (RULE-02). Re-routing ends it there and begins it elsewhere; of the other endings
-- a receipt has one at most. A mistaken one is undone by an act of its own and stays readable.
create table intake.ending (
  receipt_id      uuid        not null references intake.receipt,
  no              int         not null check (no >= 1),
  kind            text        not null check (kind in ('read', 'drafted', 'not_needed', 'rerouted', 'sent_back')),
  section_code    text        not null,
  section_name    text        not null,
  section_symbol  text        not null,
  to_section_code text,
  to_section_name text,
  document_id     uuid references documents.document,
  reason          text,
  at              timestamptz not null,
  by_staff_no     text        not null,
  by_name         text        not null,
  by_post_title   text        not null,
  -- The version that the ending made: as long as the receipt has it, nothing has followed.
  version         int         not null,
  undone_at       timestamptz,
  undone_by       text,
  undone_by_name  text,
  undo_reason     text,
  primary key (receipt_id, no),
  check ((kind = 'rerouted') = (to_section_code is not null)),
  check ((kind = 'drafted') = (document_id is not null)),
  check (kind not in ('not_needed', 'rerouted', 'sent_back') or reason is not null),
  check ((undone_at is null) = (undo_reason is null))
);
create unique index one_ending on intake.ending (receipt_id) where undone_at is null and kind <> 'rerouted';

-- Files of a receipt. Removal keeps the row (RULE-53).
create table intake.attachment (
  id            uuid primary key,
  receipt_id    uuid        not null references intake.receipt,
  sort          int         not null,
  file_name     text        not null,
  label         text,
  media_type    text        not null,
  bytes         bigint      not null,
  sha256        bytea       not null references scans.stored_object (sha256),
  pages         int,
  added_at      timestamptz not null,
  added_by      text        not null,
  added_by_name text        not null,
  removed_at    timestamptz
);
create index attachment_of_receipt on intake.attachment (receipt_id, sort) where removed_at is null;
create index attachment_of_received_object on intake.attachment (sha256);

-- 供覧 (named readers, some of them required) and 回覧 (whoever wants, nobody must) of a receipt or a decided document (RULE-03).
create table intake.circulation (
  id              uuid primary key,
  subject_kind    text        not null check (subject_kind in ('receipt', 'document')),
  subject_id      uuid        not null,
  mode            text        not null check (mode in ('reading', 'broadcast')),
  title           text        not null,
  note            text,
  read_by_on      date,
  section_code    text        not null,
  section_name    text        not null,
  started_at      timestamptz not null,
  started_by      text        not null,
  started_by_name text        not null,
  started_by_post text        not null,
  completed_at    timestamptz,
  stopped_at      timestamptz,
  stopped_by_name text,
  stop_reason     text,
  check ((stopped_at is null) = (stop_reason is null)),
  check (stopped_at is null or completed_at is null),
  check (mode = 'reading' or completed_at is null)
);
create index circulation_of_subject on intake.circulation (subject_kind, subject_id, started_at);
create unique index one_reading on intake.circulation (subject_kind, subject_id)
  where mode = 'reading' and completed_at is null and stopped_at is null;

-- To which sections a 回覧 goes; '*' is everybody in a post.
create table intake.audience (
  circulation_id uuid not null references intake.circulation,
  section_code   text not null,
  section_name   text not null,
  primary key (section_code, circulation_id)
);
create index audience_of_circulation on intake.audience (circulation_id);

-- Readers with the post in which they are asked; a broadcast gets a row from everybody who has read it.
create table intake.reader (
  circulation_id uuid        not null references intake.circulation,
  staff_no       text        not null,
  name           text        not null,
  post_code      text        not null,
  post_title     text        not null,
  unit_name      text        not null,
  required       boolean     not null,
  sort           int         not null,
  added_at       timestamptz not null,
  added_by       text        not null,
  read_at        timestamptz,
  comment        text,
  -- 起案依頼
  asks_for_draft boolean     not null default false,
  primary key (circulation_id, staff_no),
  check (read_at is not null or (comment is null and not asks_for_draft))
);
create index unread_of_person on intake.reader (staff_no, circulation_id) where read_at is null;
create index reading_of_person on intake.reader (staff_no, added_at desc, circulation_id desc);
