-- Who may read a receipt, as a condition over its columns: the wall behind the policy in app/policy.ts (ADR 0037). A property test
-- compares it with the policy.

-- Whom 回覧 of receipts go to, as keys: read as its owner, because who may see a circulation depends on the receipt.
create view intake.audience_of_receipt as
  select c.subject_id as receipt_id, a.section_code from intake.circulation c join intake.audience a on a.circulation_id = c.id
  where c.subject_kind = 'receipt';

create function intake.readable_when(id text, section text, confidentiality text, confidential_until text) returns text language sql immutable as $$
  select format($text$(
    exists (select from intake.participant p where p.receipt_id = %1$s and p.staff_no = (select platform.reader()))
    or %2$s = any((select platform.reader_holds('{records_clerk,deputy_records_clerk}'))::text[])
    or (%3$s = 'none' or coalesce(%4$s < (select platform.reader_day()), false))
      and ('*' = any((select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'))::text[])
        or exists (select from intake.held h where h.receipt_id = %1$s and (h.section_code = any((select platform.reader_units())::text[])
          or h.section_code = any((select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,auditor,archivist}'))::text[])))
        or exists (select from intake.audience_of_receipt a where a.receipt_id = %1$s and (select platform.reader_holds('{in_office}')) is not null
          and (a.section_code = '*' or a.section_code = any((select platform.reader_units())::text[]))))
  )$text$, id, section, confidentiality, confidential_until) $$;

do $$ declare
  readable text := intake.readable_when('receipt.id', 'receipt.section_code', 'receipt.confidentiality', 'receipt.confidential_until');
begin
  execute 'create policy readers on intake.receipt for select using ' || readable;
  execute 'create policy changers on intake.receipt for update using ' || readable || ' with check (true)';
  execute 'create policy registrars on intake.receipt for insert with check (registered_by = (select platform.reader()))';
end $$;
alter table intake.receipt enable row level security;

-- What belongs to a receipt or a circulation is seen and written by whoever sees that.
create policy readers on intake.attachment using (exists (select from intake.receipt r where r.id = receipt_id));
alter table intake.attachment enable row level security;
create policy readers on intake.circulation using (case subject_kind
  when 'receipt' then exists (select from intake.receipt r where r.id = subject_id)
  else exists (select from documents.document d where d.id = subject_id) end);
alter table intake.circulation enable row level security;
create policy readers on intake.reader using (exists (select from intake.circulation c where c.id = circulation_id));
alter table intake.reader enable row level security;

insert into platform.walled (table_name, standing, reason) values
  ('intake.receipt', 'walled', null),
  ('intake.attachment', 'walled', null),
  ('intake.circulation', 'walled', null),
  ('intake.reader', 'walled', null),
  ('intake.audience', 'open', 'keys of sections: the policies rest on it'),
  ('intake.held', 'open', 'keys of sections: the policies rest on it'),
  ('intake.participant', 'open', 'keys of people: the policies rest on it'),
  ('intake.ending', 'open', 'how the way of a receipt ended, without its words'),
  ('intake.online_application', 'open', 'keys of portals: nothing is taken in twice'),
  ('intake.scanned_receipt', 'open', 'keys of scans');
