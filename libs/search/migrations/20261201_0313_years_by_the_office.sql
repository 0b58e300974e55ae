-- A new year gets its partition whoever makes the first document of it: readers (ADR 0037) own no tables.
alter function search.ensure_years(smallint[]) security definer set search_path = pg_catalog, pg_temp;
