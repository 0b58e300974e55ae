-- 特権閲覧の週次報告: what administrators, auditors and records officers read by their roles in a week, for a manager outside of IT.
create table search.reading_digest (
  id                uuid primary key,
  from_day          date not null unique,
  until_day         date not null,
  -- the post that is asked to look at it; null: the municipality names none
  post_code         text,
  lines             jsonb not null,
  made_at           timestamptz not null,
  acknowledged_at   timestamptz,
  acknowledged_by   text,
  acknowledged_name text,
  remark            text
);
select ledger.protect('search.reading_digest', null);
