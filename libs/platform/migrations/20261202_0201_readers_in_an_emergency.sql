-- 緊急閲覧: what the reader may look at for some hours, as the unit of work has said it; only units that read say it (ADR 0037).
create function platform.reader_emergency_matters() returns uuid[] language sql stable parallel safe as $$
  select nullif(current_setting('fubako.emergency_matters', true), '')::uuid[] $$;
create function platform.reader_emergency_units() returns text[] language sql stable parallel safe as $$
  select nullif(current_setting('fubako.emergency_units', true), '')::text[] $$;

-- The condition of a row: named matters, and what is not secret of a named section. One text for all places.
create function platform.in_emergency_when(id text, section text, confidentiality text, confidential_until text) returns text language sql immutable as $$
  select format($text$(
    %1$s = any((select platform.reader_emergency_matters())::uuid[])
    or %2$s = any((select platform.reader_emergency_units())::text[])
      and (%3$s = 'none' or coalesce(%4$s < (select platform.reader_day()), false))
  )$text$, id, section, confidentiality, confidential_until) $$;
