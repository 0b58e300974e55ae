create schema organisation;
-- Equality beside ranges in exclusion constraints; a trusted extension, so the owner of the database may create it.
create extension if not exists btree_gist;

-- Every change of the organisation takes a new number. A sequence, so that a number of a rolled-back change never comes
-- back with other content: charts are remembered by it.
create sequence organisation.revision as bigint;

-- 市町村: one database serves one (ADR 0001).
create table organisation.municipality (
  only_one boolean primary key default true check (only_one),
  code     text   not null check (code ~ '^[0-9]{6}$'),
  name     text   not null,
  kana     text   not null,
  name_en  text   not null,
  settings jsonb  not null,
  revision bigint not null default nextval('organisation.revision')
);

-- Dated rows hold from valid_from through valid_to; null: open-ended. One code has one row on each day (RULE-100).
-- The constraints are deferrable because an import ends one row and begins the next in whatever order it meets them.

-- 組織
create table organisation.org_unit (
  code        text   not null,
  name        text   not null,
  kind        text   not null check (kind in ('body', 'department', 'section', 'unit', 'committee')),
  parent_code text,
  symbol      text,
  sort        int    not null,
  valid_from  date   not null,
  valid_to    date   check (valid_to >= valid_from),
  succeeds    text[] not null,
  primary key (code, valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially immediate
);

-- 事務分掌
create table organisation.org_function (
  code          text not null,
  name          text not null,
  org_unit_code text not null,
  valid_from    date not null,
  valid_to      date check (valid_to >= valid_from),
  primary key (code, valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially immediate
);

-- 職
create table organisation.post (
  code          text    not null,
  title         text    not null,
  org_unit_code text    not null,
  rank          int     not null,
  headship      boolean not null,
  valid_from    date    not null,
  valid_to      date    check (valid_to >= valid_from),
  primary key (code, valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially immediate,
  exclude using gist (org_unit_code with =, daterange(valid_from, valid_to, '[]') with &&) where (headship) deferrable initially immediate
);

-- 職員
create table organisation.person (
  staff_no text primary key,
  name     text not null,
  kana     text not null,
  login    text not null,
  email    text,
  constraint person_login unique (login) deferrable initially immediate
);

-- 配置: at most one 本務 for a person and for a post on each day.
create table organisation.assignment (
  staff_no   text not null references organisation.person,
  post_code  text not null,
  kind       text not null check (kind in ('main', 'concurrent', 'acting_holder')),
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from),
  primary key (staff_no, post_code, valid_from),
  exclude using gist (staff_no with =, post_code with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially immediate,
  exclude using gist (staff_no with =, daterange(valid_from, valid_to, '[]') with &&) where (kind = 'main') deferrable initially immediate,
  exclude using gist (post_code with =, daterange(valid_from, valid_to, '[]') with &&) where (kind = 'main') deferrable initially immediate
);

-- 役割; no unit: the whole municipality.
create table organisation.role_grant (
  staff_no      text not null references organisation.person,
  role          text not null check (role in
    ('records_officer', 'records_clerk', 'deputy_records_clerk', 'seal_keeper', 'archivist', 'auditor', 'org_admin', 'system_admin')),
  org_unit_code text,
  valid_from    date not null,
  valid_to      date check (valid_to >= valid_from),
  unique nulls not distinct (staff_no, role, org_unit_code, valid_from),
  exclude using gist (staff_no with =, role with =, coalesce(org_unit_code, '') with =, daterange(valid_from, valid_to, '[]') with &&)
    deferrable initially immediate
);

-- 代決・職務代理の順序
create table organisation.acting_order (
  post_code        text   not null,
  mode             text   not null check (mode in ('acting_decision', 'statutory_deputy')),
  place            int    not null check (place >= 1),
  acting_post_code text   not null check (acting_post_code <> post_code),
  matter_types     text[] not null,
  valid_from       date   not null,
  valid_to         date   check (valid_to >= valid_from),
  primary key (post_code, mode, place, valid_from),
  exclude using gist (post_code with =, mode with =, place with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially immediate
);

-- 不在: registered by the person; the seat itself stays where it is (RULE-40).
create table organisation.absence (
  id            uuid primary key,
  staff_no      text        not null references organisation.person,
  from_at       timestamptz not null,
  until_at      timestamptz not null,
  reason        text        not null,
  registered_at timestamptz not null,
  cancelled_at  timestamptz,
  check (until_at > from_at)
);
create index absence_of_person on organisation.absence (staff_no, until_at) where cancelled_at is null;

-- 休日: days on which this municipality differs from the national calendar; national holidays come from a library.
create table organisation.closing_day (
  date date    primary key,
  name text    not null,
  open boolean not null
);

-- Single days decided otherwise, above everything else.
create table organisation.calendar_override (
  date date    primary key,
  open boolean not null
);
