-- A table as COPY writes it, so that a verifier elsewhere reads an export like a dump.
create function ledger.copy_lines(target text) returns setof text language plpgsql stable set datestyle = 'ISO, YMD' set timezone = 'UTC' as $$
declare
  texts text := (select string_agg(case when format_type(atttypid, null) = 'boolean' then format('coalesce(case when r.%1$I then ''t'' when not r.%1$I then ''f'' end, ''\N'')', attname)
      else format($x$coalesce(replace(replace(replace(replace(r.%I::text, '\', '\\'), E'\n', '\n'), E'\r', '\r'), E'\t', '\t'), '\N')$x$, attname) end, ', ' order by attnum)
    from pg_attribute where attrelid = target::regclass and attnum > 0 and not attisdropped);
  names text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = target::regclass and attnum > 0 and not attisdropped);
begin
  return next format('COPY %s (%s) FROM stdin;', target, names);
  return query execute format($q$select concat_ws(E'\t', %s) from %s r$q$, texts, target);
  return next '\.';
end $$;
