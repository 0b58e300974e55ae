-- A boolean that is null is null in digests too, not false.
create or replace function ledger.reading(alias text, name text, form text) returns text language sql immutable as $$
  select case form
    when 'instant' then format('(extract(epoch from %s.%I) * 1000000)::bigint::text', alias, name)
    when 'bool' then format('(case when %1$s.%2$I then ''t'' when not %1$s.%2$I then ''f'' end)', alias, name)
    when 'bytea' then format('(''\x'' || encode(%s.%I, ''hex''))', alias, name)
    else format('%s.%I::text', alias, name) end $$;

do $$ declare
  s ledger.shape;
  found_rows bigint;
begin
  for s in select distinct on (h.table_name) h.* from ledger.shape h order by h.table_name, h.id desc loop
    continue when not 'bool' = any(s.forms);
    perform ledger.watch(s);
    execute ledger.lines_of(s, 'bind', s.table_name || ' r');
    get diagnostics found_rows = row_count;
    if found_rows > 0 then
      perform ledger.write_entry('table', s.table_name, 'ledger.rows-bound', 'system:migrate', format('{"rows":%s}', found_rows));
    end if;
  end loop;
end $$;
