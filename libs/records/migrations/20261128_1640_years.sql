-- 分類: what a year's roll-over needs to know of it.
alter table records.filing_class
  -- 課別の部分: the section that keeps the class; null: 共通の部分.
  add column section_code text,
  -- 出納整理期間: its files stay open until 31 May (地方自治法 235条の5).
  add column adjustment_period boolean not null default false,
  -- Files of it hold personal data and bear the mark.
  add column personal_data boolean not null default false,
  -- Last fiscal year in which files of it are opened; null: it goes on.
  add column last_year int;

alter table records.record_file
  add column adjustment_period boolean not null default false,
  add column personal_data boolean not null default false,
  -- 秘: the file bears the mark, its name is not made public.
  add column secret boolean not null default false;

-- What the roll-over looks for every minute: files of years that are over.
create index record_file_still_open on records.record_file (fiscal_year) where state = 'open';

-- 年度切替: one plan for each year that is to be opened.
create table records.year_plan (
  fiscal_year       int         primary key,
  confirmed_at      timestamptz,
  confirmed_by      text,
  confirmed_by_name text,
  -- Counters begun, and all lines of the plan carried out.
  begun_at          timestamptz,
  opened_at         timestamptz,
  counters_closed_at timestamptz,
  check ((confirmed_at is null) = (confirmed_by is null))
);

-- What people decided about the files of the next year beside what follows from those of this year.
create table records.year_choice (
  fiscal_year   int         not null,
  class_code    text        not null references records.filing_class,
  section_code  text        not null,
  title         text        not null,
  personal_data boolean     not null,
  secret        boolean     not null,
  -- No file of this class and section is opened.
  skipped       boolean     not null,
  chosen_by     text        not null,
  chosen_at     timestamptz not null,
  primary key (fiscal_year, class_code, section_code)
);

-- The confirmed plan, line by line. The id of a line becomes that of its file, so that labels can be printed before.
create table records.year_line (
  id            uuid        primary key,
  fiscal_year   int         not null references records.year_plan,
  class_code    text        not null references records.filing_class,
  section_code  text        not null,
  section_name  text        not null,
  function_code text,
  title         text        not null,
  personal_data boolean     not null,
  secret        boolean     not null,
  -- null: the file is opened anew; else 継続簿冊 that goes on.
  carried_file  uuid        references records.record_file,
  done_at       timestamptz,
  file_id       uuid        references records.record_file,
  check ((done_at is null) = (file_id is null))
);
create unique index year_line_once on records.year_line (fiscal_year, class_code, section_code) where carried_file is null;
create unique index year_line_carried_once on records.year_line (fiscal_year, carried_file) where carried_file is not null;
create index year_line_to_do on records.year_line (fiscal_year, class_code, section_code) where done_at is null;
