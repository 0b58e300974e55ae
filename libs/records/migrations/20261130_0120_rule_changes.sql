-- A changed rule of keeping is recorded at once, with the files it concerns; the worker lets them follow in chunks (FIL-8).
create table records.rule_change (
  id            uuid        primary key,
  kind          text        not null check (kind in ('terms', 'class')),
  -- Of the retention class, or of the class of the plan.
  code          text        not null,
  -- terms: basis, years, label; class: retentionClass.
  before        jsonb       not null,
  after         jsonb       not null,
  retroactive   boolean     not null,
  shorten       boolean     not null check (retroactive or not shorten),
  reason        text        not null,
  asked_at      timestamptz not null,
  asked_by      text        not null,
  asked_by_name text        not null,
  stopped_at    timestamptz,
  stopped_by    text,
  finished_at   timestamptz
);
-- Another rule is another question: one change at a time.
create unique index rule_change_under_way on records.rule_change ((finished_at is null)) where finished_at is null;

create table records.rule_change_file (
  change_id uuid not null references records.rule_change,
  file_id   uuid not null references records.record_file,
  -- The expiry when the rule was changed, with the extension; null: it had none.
  from_on   date,
  outcome   text check (outcome in ('followed', 'stayed')),
  -- Why it stayed: not-retroactive, held, in-disposal, no-shorter, otherwise, gone.
  code      text,
  to_on     date,
  done_at   timestamptz,
  primary key (change_id, file_id),
  check ((outcome is null) = (done_at is null)),
  check ((outcome is distinct from 'stayed') = (code is null))
);
create index rule_change_file_left on records.rule_change_file (change_id, file_id) where outcome is null;
-- Nearly always empty: what waits to follow a rule lies under what the rule said before.
create index rule_change_file_waiting on records.rule_change_file (file_id) where outcome is null;

select ledger.protect('records.rule_change', null);
select ledger.protect('records.rule_change_file', 'file_id');
