-- 緊急閲覧: what one person asked to read and another one confirmed, until when (ID-23).
create table identity.emergency_reading (
  id              uuid primary key,
  asker           text        not null,
  asker_name      text        not null,
  reason          text        not null check (reason <> ''),
  asked_at        timestamptz not null,
  until           timestamptz not null,
  -- Either single matters, with their numbers as they were named, or a section.
  matters         uuid[]      not null,
  numbers         text[]      not null,
  unit_code       text,
  unit_name       text,
  -- Sections whose heads are told and see it.
  concerned_units text[]      not null,
  confirmed_at    timestamptz,
  confirmed_by    text,
  confirmed_name  text,
  ended_at        timestamptz,
  ended_by        text,
  ended_name      text,
  check (until > asked_at),
  check ((unit_code is null) = (cardinality(matters) > 0)),
  check ((unit_code is null) = (unit_name is null)),
  check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (confirmed_name is null)),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_name is null)),
  constraint emergency_reading_two_persons check (confirmed_by <> asker)
);
create index emergency_reading_of_asker on identity.emergency_reading (asker) where confirmed_at is not null and ended_at is null;
create index emergency_reading_by_day on identity.emergency_reading (asked_at);
select ledger.protect('identity.emergency_reading', null, '{}');
