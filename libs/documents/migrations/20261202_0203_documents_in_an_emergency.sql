-- 緊急閲覧 (DOC-5): seen and not changed; drafts are not opened.
do $$ begin
  execute 'create policy emergency_readers on documents.document for select using (state <> ''drafting'' and '
    || platform.in_emergency_when('document.id', 'section_code', 'confidentiality', 'confidential_until') || ')';
end $$;
