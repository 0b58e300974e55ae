-- 設定 by version: a running case keeps the one it was submitted under (RULE-104).
create table organisation.settings_version (
  version    int primary key check (version >= 1),
  valid_from date        not null,
  settings   jsonb       not null,
  created_at timestamptz not null default clock_timestamp()
);
create index settings_version_in_force on organisation.settings_version (valid_from desc, version desc);

insert into organisation.settings_version (version, valid_from, settings)
select 1, coalesce((select min(valid_from) from organisation.post), current_date), settings from organisation.municipality;

alter table organisation.municipality drop column settings;
