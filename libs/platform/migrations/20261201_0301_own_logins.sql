-- The role of readers is one for all databases of a server, so that a login which may take it must not reach the database of another
-- municipality: nobody connects to this one but its owner, the sealer and whom an operator has granted it.
create or replace function platform.keep_to_itself() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('revoke connect, temporary on database %I from public', current_database());
  if exists (select from pg_roles where rolname = 'fubako_sealer') then
    execute format('grant connect on database %I to fubako_sealer', current_database());
  end if;
end $$;
revoke execute on function platform.keep_to_itself() from public;
