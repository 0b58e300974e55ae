-- Who may read a document, as a condition over its columns (DOC-5): the wall behind the policy in app/policy.ts. One text for all
-- places; a property test compares it with the policy.
create function documents.readable_when(id text, drafter text, section text, state text, is_left text, confidentiality text, confidential_until text)
returns text language sql immutable as $$
  select format($text$(
    %2$s = (select platform.reader())
    or exists (select from documents.participant p where p.document_id = %1$s and p.staff_no = (select platform.reader()))
    or (%6$s = 'none' or coalesce(%7$s < (select platform.reader_day()), false))
      and (%3$s = any((select platform.reader_units())::text[]) and (%4$s <> 'drafting' or %5$s)
        or %4$s <> 'drafting' and (select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}')) && array[%3$s, '*'])
  )$text$, id, drafter, section, state, is_left, confidentiality, confidential_until) $$;

do $$ declare
  readable text := documents.readable_when('document.id', 'drafter_staff_no', 'section_code', 'state', '(left_at is not null)', 'confidentiality', 'confidential_until');
begin
  execute 'create policy readers on documents.document for select using ' || readable;
  execute 'create policy changers on documents.document for update using ' || readable || ' with check (true)';
  execute 'create policy drafters on documents.document for insert with check (drafter_staff_no = (select platform.reader()))';
end $$;
alter table documents.document enable row level security;

-- What belongs to a document is seen and written by whoever sees the document.
do $$ declare t text;
begin
  foreach t in array '{revision,attachment,read_mark,follow_up,takeover}'::text[] loop
    execute format('create policy readers on documents.%I using (exists (select from documents.document d where d.id = document_id))', t);
    execute format('alter table documents.%I enable row level security', t);
    insert into platform.walled (table_name, standing) values ('documents.' || t, 'walled');
  end loop;
end $$;
insert into platform.walled (table_name, standing, reason) values
  ('documents.document', 'walled', null),
  ('documents.participant', 'open', 'keys of people and documents: the policies rest on it'),
  ('documents.erasure', 'open', 'keys: guards ask whether a document was erased'),
  ('documents.issued_number', 'open', 'numbers as they were given, without titles: the register has no gaps for anybody');

-- A guard looks at what is there, whoever asks.
alter function documents.refuse_late_addition() security definer set search_path = pg_catalog, pg_temp;
