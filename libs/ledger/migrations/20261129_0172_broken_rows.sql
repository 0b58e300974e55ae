-- Rows of one protected table that are not what the last line about them says, by key and column. `line`: there is no line, the row
-- is gone or is back, or the line itself does not hold together.
create function ledger.broken_rows(target text) returns table (key text, col text) language plpgsql stable set datestyle = 'ISO, YMD' as $$
declare
  s ledger.shape;
  keys text;
  fields text;
  whole text;
  broken text;
begin
  select * into s from ledger.shape h where h.table_name = target order by id desc limit 1;
  keys := ledger.key_of(s);
  select string_agg(format('%s as e%s', ledger.field(ledger.reading('r', c, f)), n), ', ' order by n),
    string_agg('e' || n, ' || ' order by n),
    string_agg(format('case when substr(sha256(salt || %L::bytea || e%s), 1, 8) is distinct from substr(tags, %s, 8) then %L end',
      convert_to(c, 'UTF8') || '\x00'::bytea, n, n * 8 - 7, c), ', ' order by n)
    into fields, whole, broken from unnest(s.columns, s.forms) with ordinality u(c, f, n);
  return query execute format($q$
    with line as (select distinct on (c.key) c.key, c.op, c.shape, c.digest, c.tags, c.salt from ledger.row_change c where c.table_name = %1$L order by c.key, c.id desc),
         now as (select %2$s as k, %3$s from %1$s r),
         met as (select coalesce(line.key, k) as name, k is not null as there, line.*, now.* from line full join now on k = line.key)
    select name, 'line' from met where (op is null) or (there and op = 'delete') or (not there and op <> 'delete') or (there and (salt is null or shape <> %4$s))
    union all
    select name, coalesce(b, 'line') from met
      left join lateral (select b from unnest(array[%5$s]) b where b is not null) wrong on true
      where there and op <> 'delete' and salt is not null and shape = %4$s and sha256(salt || %6$s) is distinct from digest
    union all
    select name, b from met cross join lateral unnest(array[%5$s]) b
      where there and op <> 'delete' and salt is not null and shape = %4$s and sha256(salt || %6$s) is not distinct from digest and b is not null
    $q$, target, keys, fields, s.id, broken, whole);
end $$;

-- The text of a row's key: parts of a key of several columns stand between slashes.
create function ledger.key_of(s ledger.shape) returns text language sql stable as $$
  select string_agg(case when f in ('text', 'character varying') and cardinality(s.key_columns) > 1
      then format('replace(replace(coalesce(r.%I, ''''), ''%%'', ''%%25''), ''/'', ''%%2F'')', k)
      when f = 'bytea' then format('encode(r.%I, ''hex'')', k)
      when cardinality(s.key_columns) > 1 then format('coalesce(r.%I::text, '''')', k) else format('r.%I::text', k) end, ' || ''/'' || ' order by n)
  from unnest(s.key_columns) with ordinality u(k, n)
  join lateral (select format_type(atttypid, null) f from pg_attribute where attrelid = s.table_name::regclass and attname = k) t on true $$;
