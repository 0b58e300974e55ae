create schema records;

-- 保存期間: no years means no end date (永年, 常用; RULE-80).
create table records.retention_class (
  code        text primary key,
  label       text not null,
  years       int check (years between 0 and 100),
  basis       text not null check (basis in ('closed', 'created', 'file_earliest', 'file_latest', 'event')),
  disposition text not null check (disposition in ('destroy', 'transfer', 'appraise', 'review'))
);

-- ファイル基準表: 大・中・小分類. Only the third level holds files.
create table records.filing_class (
  code             text primary key,
  name             text not null,
  level            int  not null check (level between 1 and 3),
  parent_code      text references records.filing_class deferrable initially immediate,
  function_code    text,
  retention_class  text references records.retention_class,
  disclosure_class text check (disclosure_class in ('open', 'partial', 'closed')),
  disposition      text check (disposition in ('destroy', 'transfer', 'appraise', 'review')),
  check ((level = 1) = (parent_code is null)),
  check (level < 3 or (retention_class is not null and disclosure_class is not null))
);

-- 簿冊: what it says about class, section and retention is what held when it was opened (RULE-101). Its documents share
-- one retention class (RULE-83); it starts and expires with the last of them.
create table records.record_file (
  id               uuid primary key,
  class_code       text        not null references records.filing_class,
  function_code    text,
  section_code     text        not null,
  section_name     text        not null,
  fiscal_year      int         not null,
  volume           int         not null default 1 check (volume >= 1),
  title            text        not null,
  retention_class  text        not null references records.retention_class,
  state            text        not null default 'open' check (state in ('open')),
  disclosure_class text        not null check (disclosure_class in ('open', 'partial', 'closed')),
  disposition      text        not null check (disposition in ('destroy', 'transfer', 'appraise', 'review')),
  starts_on        date,
  expires_on       date,
  opened_at        timestamptz not null,
  unique (class_code, section_code, fiscal_year, volume),
  check (expires_on >= starts_on)
);
create index record_file_list on records.record_file (fiscal_year desc, class_code, section_code, volume);
create index record_file_of_section on records.record_file (section_code, fiscal_year desc);

-- 記録: a decided document in its file. An unknown expiry is null and never means "may be disposed of" (RULE-90).
create table records.record (
  document_id     uuid primary key references documents.document,
  file_id         uuid        not null references records.record_file,
  filed_at        timestamptz not null,
  filed_by        text        not null,
  retention_class text        not null references records.retention_class,
  basis           text        not null check (basis in ('closed', 'created', 'file_earliest', 'file_latest', 'event')),
  decided_on      date        not null,
  -- The day of 完結; while provisional, the day of the decision stands in for it.
  closed_on       date        not null check (closed_on >= decided_on),
  provisional     boolean     not null,
  -- 特定日 (RULE-82)
  event_on        date,
  starts_on       date,
  expires_on      date,
  -- [{rule, code, facts}] behind the two dates; put into words when it is read.
  explanation     jsonb       not null,
  check (expires_on >= starts_on),
  check (expires_on is null or starts_on is not null)
);
create index record_of_file on records.record (file_id);
