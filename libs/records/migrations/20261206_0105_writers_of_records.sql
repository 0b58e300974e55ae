-- How long and where something is kept is written by whoever sees it, or keeps its file (ADR 0065): the section, and who keeps the archive.
-- Auditors look over it and change nothing.
create function records.section_kept_when(section text) returns text language sql immutable as $$
  select format($text$(
    %1$s = any((select platform.reader_units())::text[])
    or (select platform.reader_holds('{records_officer,records_clerk,deputy_records_clerk,archivist}')) && array[%1$s, '*']
  )$text$, section) $$;

-- Volatile, so that it sees a volume that the same statement has made (分冊).
do $$ begin
  execute 'create function records.keeps_file(file uuid) returns boolean language sql volatile set search_path = pg_catalog, pg_temp as $f$
    select exists (select from records.record_file f where f.id = file and ' || records.section_kept_when('f.section_code') || ') $f$';
end $$;

do $$ declare
  file text := 'exists (select from records.record_file f where f.id = file_id and ' || records.section_kept_when('f.section_code') || ')';
  document text := 'exists (select from documents.document d where d.id = document_id)';
  batch text := records.section_kept_when('disposal_batch.section_code') || ' or ' || replace(document, 'document_id', 'disposal_batch.document_id');
  parts text := 'exists (select from records.disposal_batch b where b.id = batch_id and (' || replace(batch, 'disposal_batch.', 'b.') || '))';
  t regclass;
begin
  execute 'alter policy keepers on records.record_file using ' || records.section_kept_when('section_code');
  execute 'alter policy openers on records.record_file with check ' || records.section_kept_when('section_code');
  perform platform.wall_writes('records.record', document || ' or ' || file);
  perform platform.wall_writes('records.hold_target', file || ' or ' || document);
  foreach t in array '{records.extension_item,records.finding}'::regclass[] loop
    perform platform.wall_writes(t, file);
  end loop;
  perform platform.wall_writes('records.rule_change_file', '(select platform.reader_holds(''{records_officer}'')) is not null or records.keeps_file(file_id)');
  -- The office plans the years; triggers write the history of files, as their owner.
  perform platform.wall_writes('records.year_line', '(select platform.reader_holds(''{records_officer}'')) is not null');
  perform platform.wall_writes('records.file_history', 'false');
  -- A list for handing over belongs to a section, a batch of disposals too; whoever sees the decision on that settles it. Given up, the
  -- decision is no longer named.
  perform platform.wall_writes('records.handover', records.section_kept_when('handover.section_code'));
  perform platform.wall_writes('records.handover_file', 'exists (select from records.handover h where h.id = handover_id and ' || records.section_kept_when('h.section_code') || ')');
  perform platform.wall_writes('records.disposal_batch', batch, batch || ' or document_id is null');
  foreach t in array '{records.disposal_item,records.disposal_entry}'::regclass[] loop
    perform platform.wall_writes(t, parts);
  end loop;
  perform platform.wall_writes('records.disposal_entry_document',
    'exists (select from records.disposal_entry e where e.id = entry_id and ' || replace(parts, '= batch_id', '= e.batch_id') || ')');
end $$;
insert into platform.walled (table_name, standing, reason) values
  ('records.handover', 'open', 'which section hands over which year: a list is whole for whoever gives or takes it');
