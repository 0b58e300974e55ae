-- Receipts with which a person is concerned; and those that sections have or had, and that are circulated to them, in order and some more
-- than once: for questions that look at very many receipts of which few are the reader's (ADR 0073).
create function intake.concerning(staff text) returns uuid[] language sql stable parallel safe set enable_indexscan = on as $$
  select coalesce(array_agg(receipt_id), '{}') from intake.participant where staff_no = staff $$;
create function intake.held_by(sections text[]) returns uuid[] language sql stable parallel safe set enable_indexscan = on as $$
  select coalesce(array_agg(receipt_id order by receipt_id), '{}') from intake.held where section_code = any(sections) $$;
create function intake.circulated_to(sections text[]) returns uuid[] language sql stable parallel safe set enable_indexscan = on as $$
  select coalesce(array_agg(receipt_id order by receipt_id), '{}') from intake.audience_of_receipt where section_code = any(sections) $$;

-- As before, with the `way` of documents.readable_when, and what is looked up elsewhere last.
drop function intake.readable_when(text, text, text, text);
create function intake.readable_when(id text, section text, confidentiality text, confidential_until text, way text default '')
returns text language sql immutable as $$
  select format($text$(
    %2$s = any((select platform.reader_holds('{records_clerk,deputy_records_clerk}'))::text[])
    or (%3$s = 'none' or coalesce(%4$s < (select platform.reader_day()), false))
      and ('*' = any((select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'))::text[])
        or exists (select from intake.held h where h.receipt_id = %1$s and (h.section_code = any((select platform.reader_units())::text[])
          or h.section_code = any((select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'))::text[])) %5$s)
        or exists (select from intake.audience_of_receipt a where a.receipt_id = %1$s and (select platform.reader_holds('{in_office}')) is not null
          and (a.section_code = '*' or a.section_code = any((select platform.reader_units())::text[])) %5$s))
    or exists (select from intake.participant p where p.receipt_id = %1$s and p.staff_no = (select platform.reader()) %5$s)
  )$text$, id, section, confidentiality, confidential_until, way) $$;

-- The same condition. The policy of the question itself is asked before it, being cheaper, so that only rows which that lets through come here.
do $$ begin
  execute 'create or replace view search.entry as select d.* from search.search_document d where (select platform.is_office()) or case d.kind when ''document'' then '
    || documents.readable_when('d.document_id', 'd.drafter_staff_no', 'd.owner_unit', 'd.state', 'false', 'd.confidentiality', 'd.confidential_until', 'offset 0')
    || ' or d.state <> ''drafting'' and ' || platform.in_emergency_when('d.document_id', 'd.owner_unit', 'd.confidentiality', 'd.confidential_until')
    || ' when ''receipt'' then ' || intake.readable_when('d.document_id', 'd.owner_unit', 'd.confidentiality', 'd.confidential_until', 'offset 0')
    || ' or ' || platform.in_emergency_when('d.document_id', 'd.owner_unit', 'd.confidentiality', 'd.confidential_until') || ' else false end';
end $$;
