-- The texts that the digests of rows are made of, for the rows of one owner in the newest shape of a table: for evidence that is handed out.
create function ledger.texts_of(target text, owner text) returns table (key text, texts jsonb) language plpgsql stable set datestyle = 'ISO, YMD' as $$
declare
  s ledger.shape;
begin
  select * into s from ledger.shape h where h.table_name = target order by h.id desc limit 1;
  return query execute format($q$select %s, jsonb_build_array(%s) from %s r where r.%I::text = $1$q$, ledger.key_of(s),
    (select string_agg(ledger.reading('r', c, f), ', ' order by n) from unnest(s.columns, s.forms) with ordinality u(c, f, n)), target, s.owner_column)
  using owner;
end $$;
