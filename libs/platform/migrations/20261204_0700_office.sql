-- The role of the office (ADR 0058): what API and worker do in nobody's name. Their logins are members of it and of nothing else that
-- owns; it may become the role of readers and has none of that role's rights by itself. Where the migrating user may not make roles,
-- the operator does (docs/operations).
do $$ begin
  create role fubako_office nologin noinherit nosuperuser nobypassrls nocreaterole nocreatedb;
exception when duplicate_object or unique_violation or insufficient_privilege then null;
end $$;
do $$ begin
  if exists (select from pg_roles where rolname = 'fubako_office') and exists (select from pg_roles where rolname = 'fubako_api')
     and not pg_has_role('fubako_office', 'fubako_api', 'member') then
    grant fubako_api to fubako_office;
  end if;
exception when insufficient_privilege or invalid_grant_operation then null;
end $$;

-- After every run of migrations: the office may read and write rows, all of them, and what only the owner or the sealer writes it may
-- read. Readers write nothing of the latter either.
create function platform.open_to_office() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  place record;
begin
  if not exists (select from pg_roles where rolname = 'fubako_office') then return; end if;
  for place in
    select n.nspname as name from pg_namespace n
    where n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'public', 'bullmq') and n.nspowner = (select oid from pg_roles where rolname = current_user)
  loop
    execute format('grant usage on schema %I to fubako_office', place.name);
    execute format('grant select, insert, update, delete on all tables in schema %I to fubako_office', place.name);
    execute format('grant usage on all sequences in schema %I to fubako_office', place.name);
  end loop;
  for place in select r.rolname as name from pg_roles r where r.rolname in ('fubako_office', 'fubako_api') loop
    execute format('revoke insert, update, delete on platform.migration, platform.walled, ledger.manifest, ledger.shape, ledger.leaf,
      ledger.subtree, ledger.checkpoint, ledger.timestamp_token, ledger.witness from %I', place.name);
    -- Lines of rows are written by triggers that act as the owner; a salt may go.
    execute format('revoke insert, delete on ledger.row_change from %I', place.name);
  end loop;
  for place in
    select c.oid::regclass as name from platform.walled w join pg_class c on c.oid = to_regclass(w.table_name)
    where c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'office')
  loop
    execute format('create policy office on %s to fubako_office using (true)', place.name);
  end loop;
  -- Who reads is said by the office before the role of readers is taken (ADR 0037).
  if (select rolsuper from pg_roles where rolname = current_user) then
    revoke execute on function set_config(text, text, boolean) from public;
    grant execute on function set_config(text, text, boolean) to fubako_office;
  end if;
end $$;
revoke execute on function platform.open_to_office() from public;
