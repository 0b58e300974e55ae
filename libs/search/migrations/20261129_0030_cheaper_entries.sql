-- Keys of new entries wait in a short list that every lookup reads as well (256 kB), and go into the index together: an insert
-- costs a fraction, a lookup no measurable more. Texts are kept as they are, not compressed: comparing one costs half.
-- Texts that are there already are written so when the index is renewed (SEA-17).
create function search.tune_year(partition regclass) returns void language plpgsql as $$
declare
  lookup regclass;
begin
  for lookup in select i.indexrelid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
                where i.indrelid = partition and a.amname = 'gin' loop
    execute format('alter index %s set (fastupdate = on, gin_pending_list_limit = 256)', lookup);
  end loop;
end $$;

-- Makes the partitions that are missing. Attached after they are made: readers and writers of other years go on meanwhile.
create or replace function search.ensure_years(years smallint[]) returns void language plpgsql as $$
declare
  missing smallint;
begin
  for missing in select distinct y from unnest(years) y order by y loop
    insert into search.fiscal_year (fy) values (missing) on conflict do nothing;
    continue when not found;
    execute format('create table search.search_document_%s (like search.search_document including all) with (toast_tuple_target = 128)', missing);
    execute format('alter table search.search_document_%s alter column grams set statistics 300', missing);
    execute format('alter table search.search_document attach partition search.search_document_%s for values in (%s)', missing, missing);
    perform search.tune_year(format('search.search_document_%s', missing)::regclass);
  end loop;
end $$;

alter table search.search_document alter column folded set storage external;
select search.tune_year(inhrelid::regclass) from pg_inherits where inhparent = 'search.search_document'::regclass;

-- An index without entries is of the make that comes with this.
insert into search.renewal (make, total, started_at, updated_at, finished_at)
select 4, 0, now(), now(), now() where not exists (select from search.indexed_document);
