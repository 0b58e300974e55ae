create schema documents;

-- 様式: a form is never changed, a new version is added; documents keep the version they were written in.
create table documents.form (
  name       text        not null,
  version    int         not null check (version >= 1),
  schema     jsonb       not null,
  sha256     text        not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (name, version)
);

create table documents.number_series (
  code       text primary key,
  kind       text not null,
  unit_code  text,
  format     text not null,
  year_basis text not null check (year_basis in ('fiscal', 'calendar')),
  start_at   int  not null check (start_at >= 1),
  step       int  not null check (step >= 1)
);

-- 事案の種類
create table documents.matter_type (
  code                text primary key,
  name                text   not null,
  description         text   not null,
  form_name           text   not null,
  default_class_code  text   not null,
  default_series_code text   not null references documents.number_series,
  review              text   not null check (review in ('none', 'before', 'after')),
  execution           text   not null check (execution in ('none', 'dispatch', 'directive', 'contract')),
  substance_fields    text[] not null,
  sort                int    not null
);

create table documents.document (
  id                 uuid primary key,
  version            int         not null default 1 check (version >= 1),
  state              text        not null default 'drafting' check (state in
    ('drafting', 'circulating', 'returned', 'pulled_back', 'decided', 'rejected', 'withdrawn', 'abandoned', 'closed')),
  matter_type        text        not null references documents.matter_type,
  form_name          text        not null,
  form_version       int         not null,
  title              text        not null,
  fields             jsonb       not null,
  amount             bigint check (amount >= 0),
  class_code         text        not null,
  disclosure_class   text        not null check (disclosure_class in ('open', 'partial', 'closed')),
  disclosure_reason  text,
  confidentiality    text        not null check (confidentiality in ('none', 'secret', 'top_secret', 'personnel')),
  urgent             boolean     not null,
  urgency_reason     text,
  due_on             date,
  escalations        text[]      not null,
  -- The drafter and the place as they were at drafting (RULE-101).
  drafter_staff_no   text        not null,
  drafter_name       text        not null,
  drafter_post_code  text        not null,
  drafter_post_title text        not null,
  unit_code          text        not null,
  unit_name          text        not null,
  section_code       text        not null,
  section_name       text        not null,
  symbol             text        not null,
  revision_no        int         not null default 0,
  content_digest     bytea check (octet_length(content_digest) = 32),
  draft_number       text,
  dispatch_number    text,
  drafted_at         timestamptz not null,
  updated_at         timestamptz not null,
  submitted_at       timestamptz,
  decided_at         timestamptz,
  closed_on          date,
  foreign key (form_name, form_version) references documents.form (name, version)
);
create index document_of_drafter on documents.document (drafter_staff_no, updated_at desc, id desc);
create index document_of_section on documents.document (section_code, updated_at desc, id desc);

-- What was submitted, as the bytes that the digest covers (RULE-60); fields and attachments are its projections.
create table documents.revision (
  document_id     uuid        not null references documents.document,
  no              int         not null check (no >= 1),
  canonical       bytea       not null,
  digest          bytea       not null check (digest = sha256(canonical)),
  title           text        not null,
  note            text,
  created_at      timestamptz not null,
  created_by      text        not null,
  created_by_name text        not null,
  primary key (document_id, no)
);
create trigger revision_is_append_only before update or delete on documents.revision
  for each row execute function platform.refuse_change();

create table documents.attachment (
  id            uuid primary key,
  document_id   uuid        not null references documents.document,
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
create index attachment_of_document on documents.attachment (document_id, sort) where removed_at is null;
create index attachment_of_object on documents.attachment (sha256);

-- Who has to do with a document beyond its drafter: holders of its seats, then and now.
create table documents.participant (
  document_id uuid        not null references documents.document,
  staff_no    text        not null,
  since       timestamptz not null,
  primary key (staff_no, document_id)
);
create index participant_of_document on documents.participant (document_id);

-- What a person has opened: the document itself ('document') or one attachment (its id).
create table documents.read_mark (
  staff_no    text        not null,
  document_id uuid        not null references documents.document,
  item        text        not null,
  at          timestamptz not null,
  primary key (staff_no, document_id, item)
);

-- One counter for each series, symbol and year; its row lock makes numbers gapless (RULE-75).
create table documents.number_counter (
  series_code text not null references documents.number_series,
  symbol      text not null,
  year        int  not null,
  last        int  not null,
  primary key (series_code, symbol, year)
);

create table documents.issued_number (
  series_code text        not null,
  symbol      text        not null,
  year        int         not null,
  serial      int         not null,
  branch      int         not null default 0,
  text        text        not null,
  document_id uuid        not null references documents.document,
  issued_at   timestamptz not null,
  issued_by   text        not null,
  -- 欠番: stays, with its reason (RULE-75).
  voided_at   timestamptz,
  void_reason text,
  primary key (series_code, symbol, year, serial, branch),
  check ((voided_at is null) = (void_reason is null))
);
create index issued_number_of_document on documents.issued_number (document_id);
