-- What a machine or a person has read in a scan is seen by whoever sees an attachment with these bytes (ADR 0051). It stands here
-- because documents and receipts stand above scans.
do $$ declare t text;
begin
  foreach t in array '{page_text,page_correction}'::text[] loop
    execute format('create policy readers on scans.%I using (
      exists (select from documents.attachment a where a.sha256 = source_sha256 offset 0)
      or exists (select from intake.attachment a where a.sha256 = source_sha256 offset 0))', t);
    execute format('alter table scans.%I enable row level security', t);
    insert into platform.walled (table_name, standing) values ('scans.' || t, 'walled');
  end loop;
end $$;
insert into platform.walled (table_name, standing, reason) values
  ('scans.stored_object', 'open', 'digests, sizes and kinds: bytes are given out only where a matter that its reader sees names them'),
  ('scans.rendition', 'open', 'digests of what was made of bytes'),
  ('scans.text_state', 'open', 'how far recognition has come, without its words');
