-- The role in which every request of a person runs (ADR 0037): it owns nothing, logs in nowhere, and row policies hold for it.
-- Where the migrating user may not make roles, the operator does (README, "A managed database").
do $$ begin
  create role fubako_api nologin nosuperuser nobypassrls nocreaterole nocreatedb;
exception when duplicate_object or unique_violation or insufficient_privilege then null;
end $$;
do $$ begin
  if exists (select from pg_roles where rolname = 'fubako_api') and not pg_has_role(current_user, 'fubako_api', 'member') then
    execute format('grant fubako_api to %I', current_user);
  end if;
exception when insufficient_privilege or invalid_grant_operation then null;
end $$;

-- The facts of the reader, as the unit of work has said them. After a commit such a setting is '' and not null.
create function platform.reader() returns text language sql stable parallel safe as $$
  select nullif(current_setting('fubako.reader', true), '') $$;
create function platform.reader_day() returns date language sql stable parallel safe as $$
  select nullif(current_setting('fubako.day', true), '')::date $$;
create function platform.reader_units() returns text[] language sql stable parallel safe as $$
  select nullif(current_setting('fubako.units', true), '')::text[] $$;

-- Whether no reader asks: the worker, commands, statements of the office.
create function platform.is_office() returns boolean language sql stable parallel safe as $$ select current_user <> 'fubako_api' $$;

-- The units for which the reader holds one of these roles; * is the whole municipality.
create function platform.reader_holds(roles text[]) returns text[] language sql stable parallel safe as $$
  select array_agg(split_part(held, '@', 2))
  from unnest(nullif(current_setting('fubako.roles', true), '')::text[]) held where split_part(held, '@', 1) = any(roles) $$;

-- Settings that say who reads are made before the role is taken. From then on nothing in a statement can make others: SET is a
-- command of its own and not a function. Where the migrating user is no superuser this changes nothing.
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
  end if;
end $$;

-- Tables whose rows are for some readers only, and those that refer to them without being so, with the reason. What refers to one
-- and is not named here is a fault (wall-faults.ts). On closed ones readers have no right at all: views show what they may see.
create table platform.walled (
  table_name text primary key,
  standing text not null check (standing in ('walled', 'closed', 'open')),
  reason text,
  check (standing <> 'open' or reason is not null)
);
select ledger.leave_out('platform.walled', 'it tells of other tables; wall-faults.ts compares it with the catalogue');

-- After every run of migrations: the role may use all tables, except parts of tables, whose policies stand on the whole.
create function platform.open_to_readers() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  place record;
begin
  if not exists (select from pg_roles where rolname = 'fubako_api') then return; end if;
  for place in
    select n.nspname as name from pg_namespace n
    where n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'public', 'bullmq') and n.nspowner = (select oid from pg_roles where rolname = current_user)
  loop
    execute format('grant usage on schema %I to fubako_api', place.name);
    execute format('grant select, insert, update, delete on all tables in schema %I to fubako_api', place.name);
    execute format('grant usage on all sequences in schema %I to fubako_api', place.name);
  end loop;
  for place in select c.oid::regclass as name from pg_class c where c.relispartition and c.relkind = 'r' and c.relowner = (select oid from pg_roles where rolname = current_user) loop
    execute format('revoke all on %s from fubako_api', place.name);
  end loop;
  for place in select to_regclass(w.table_name) as name from platform.walled w where w.standing = 'closed' loop
    execute format('revoke all on %s from fubako_api', place.name);
  end loop;
  revoke insert, update, delete on platform.migration, platform.walled from fubako_api;
end $$;
revoke execute on function platform.open_to_readers() from public;
