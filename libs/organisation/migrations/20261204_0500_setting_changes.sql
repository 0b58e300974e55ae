-- Who changed which setting (設定) from when on, and why: one row for each, whether by import or on the screen.
create table organisation.setting_change (
  id         bigint generated always as identity primary key,
  setting    text        not null,
  valid_from date        not null,
  -- null: the setting is empty
  before     jsonb,
  after      jsonb,
  reason     text,
  set_by     text        not null,
  set_at     timestamptz not null
);
create index setting_change_of_setting on organisation.setting_change (setting, id);
select ledger.protect('organisation.setting_change', null);
