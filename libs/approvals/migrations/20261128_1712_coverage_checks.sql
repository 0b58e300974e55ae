-- 経路の点検 of each day: told again only when it finds something else than the day before.
create table approvals.coverage_check (
  id         uuid        primary key,
  day        date        not null unique,
  until      date        not null,
  gaps       int         not null check (gaps >= 0),
  -- Of what lacks whom, without the days that only move with the calendar.
  sha256     bytea       not null,
  told       boolean     not null,
  checked_at timestamptz not null
);
