-- Where a person has or had a seat: for questions that look at very many documents of which few are the reader's (ADR 0073). Read along the
-- key, whatever ways such a question leaves to the planner, and one value, so that a statement reads it once.
create function documents.seats_of(staff text) returns uuid[] language sql stable parallel safe set enable_indexscan = on as $$
  select coalesce(array_agg(document_id), '{}') from documents.participant where staff_no = staff $$;

-- As before, and the seat comes last: few rows need be asked for it. With `way` 'offset 0' it is looked up for each row that comes to it; without,
-- the planner may read all seats first, for each place in the plan again.
drop function documents.readable_when(text, text, text, text, text, text, text);
create function documents.readable_when(id text, drafter text, section text, state text, is_left text, confidentiality text, confidential_until text, way text default '')
returns text language sql immutable as $$
  select format($text$(
    %2$s = (select platform.reader())
    or (%6$s = 'none' or coalesce(%7$s < (select platform.reader_day()), false))
      and (%3$s = any((select platform.reader_units())::text[]) and (%4$s <> 'drafting' or %5$s)
        or %4$s <> 'drafting' and (select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}')) && array[%3$s, '*'])
    or exists (select from documents.participant p where p.document_id = %1$s and p.staff_no = (select platform.reader()) %8$s)
  )$text$, id, drafter, section, state, is_left, confidentiality, confidential_until, way) $$;
