-- 浄書 is seen by whoever sees the document (ADR 0037).
create policy readers on execution.clean_copy using (exists (
  select from execution.entry e join documents.document d on d.id = e.document_id where e.id = entry_id));
alter table execution.clean_copy enable row level security;
insert into platform.walled (table_name, standing, reason) values
  ('execution.clean_copy', 'walled', null),
  ('execution.entry', 'open', 'the registers of seals and dispatches are kept whole: what was done on which day, without its words');
