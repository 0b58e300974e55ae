-- Who finds a year that another unit has just made must see its partition as well. Its row can be seen a moment earlier: the end of
-- a transaction shows before its news reaches the others. So whoever finds the year waits on a lock that its maker keeps until the
-- news is out, and then hears it by taking a lock on the table that nothing else here takes.
create or replace function search.ensure_years(years smallint[]) returns void language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted smallint;
begin
  for wanted in select distinct y from unnest(years) y order by y loop
    if exists (select from search.fiscal_year where fy = wanted) then
      perform pg_advisory_xact_lock_shared(hashtextextended('search.fiscal_year', wanted));
      continue;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('search.fiscal_year', wanted));
    insert into search.fiscal_year (fy) values (wanted) on conflict do nothing;
    continue when not found;
    execute format('create table search.search_document_%s (like search.search_document including all) with (toast_tuple_target = 128)', wanted);
    execute format('alter table search.search_document_%s alter column grams set statistics 300', wanted);
    execute format('alter table search.search_document attach partition search.search_document_%s for values in (%s)', wanted, wanted);
    perform search.tune_year(format('search.search_document_%s', wanted)::regclass);
  end loop;
  lock table only search.search_document in row share mode;
end $$;
