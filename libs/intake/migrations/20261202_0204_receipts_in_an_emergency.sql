-- 緊急閲覧 of receipts, seen and not changed; of a section, what it handles now.
do $$ begin
  execute 'create policy emergency_readers on intake.receipt for select using '
    || platform.in_emergency_when('receipt.id', 'section_code', 'confidentiality', 'confidential_until');
  execute 'create or replace view search.entry as select d.* from search.search_document d where (select platform.is_office()) or case d.kind when ''document'' then '
    || documents.readable_when('d.document_id', 'd.drafter_staff_no', 'd.owner_unit', 'd.state', 'false', 'd.confidentiality', 'd.confidential_until')
    || ' or d.state <> ''drafting'' and ' || platform.in_emergency_when('d.document_id', 'd.owner_unit', 'd.confidentiality', 'd.confidential_until')
    || ' when ''receipt'' then ' || intake.readable_when('d.document_id', 'd.owner_unit', 'd.confidentiality', 'd.confidential_until')
    || ' or ' || platform.in_emergency_when('d.document_id', 'd.owner_unit', 'd.confidentiality', 'd.confidential_until') || ' else false end';
end $$;
