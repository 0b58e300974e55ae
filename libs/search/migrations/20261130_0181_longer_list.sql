-- Keys of new entries wait in a list that every lookup reads as well. The worker brings them into the index every few seconds, so
-- that no act has to; 2 MB (about a hundred documents) is where an act does it all the same, when nobody else has.
create or replace function search.tune_year(partition regclass) returns void language plpgsql as $$
declare
  lookup regclass;
begin
  for lookup in select i.indexrelid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
                where i.indrelid = partition and a.amname = 'gin' loop
    execute format('alter index %s set (fastupdate = on, gin_pending_list_limit = 2048)', lookup);
  end loop;
end $$;
select search.tune_year(inhrelid::regclass) from pg_inherits where inhparent = 'search.search_document'::regclass;
