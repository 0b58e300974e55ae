-- A finding stays when it is settled; what is found again later is a finding of its own.
alter table records.finding
  add column id uuid not null default gen_random_uuid(),
  add column settled_on date check (settled_on >= found_on),
  drop constraint finding_pkey,
  add primary key (id);
create unique index finding_open_once on records.finding (kind, file_id) where settled_on is null;
create index finding_list on records.finding (found_on desc, id desc);
