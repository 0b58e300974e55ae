-- Receipts in the index are seen by the policy of receipts.
do $$ begin
  execute 'create or replace view search.entry as select d.* from search.search_document d where (select platform.is_office()) or case d.kind when ''document'' then '
    || documents.readable_when('d.document_id', 'd.drafter_staff_no', 'd.owner_unit', 'd.state', 'false', 'd.confidentiality', 'd.confidential_until')
    || ' when ''receipt'' then ' || intake.readable_when('d.document_id', 'd.owner_unit', 'd.confidentiality', 'd.confidential_until') || ' else false end';
end $$;
