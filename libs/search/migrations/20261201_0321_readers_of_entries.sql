-- The index as its reader may see it (ADR 0037). A plain view and not a row policy: a policy must be asked before anything that might
-- tell of a row, and the lookup of grams counts as such, so every question would look at every row. Readers have no right on the
-- table itself. Receipts are added by intake, which owns their policy.
do $$ begin
  execute 'create view search.entry as select d.* from search.search_document d where (select platform.is_office()) or d.kind = ''document'' and '
    || documents.readable_when('d.document_id', 'd.drafter_staff_no', 'd.owner_unit', 'd.state', 'false', 'd.confidentiality', 'd.confidential_until');
end $$;

-- 件名のみの閲覧: titles and numbers of what left its drafter's desk, for those who know them; \x1d ends the first part of a text (core/entry.ts).
create view search.known_title as
  select d.document_id, d.kind, d.state, d.drafter_staff_no, d.owner_unit, d.confidentiality, d.confidential_until, d.grams,
    split_part(split_part(substr(d.folded, 1, 1000), E'\x1d', 1), E'\n', 1) as folded_title,
    d.card->>'title' as title, d.card->>'number' as number, d.card->>'numberKeys' as number_keys
  from search.search_document d
  where d.kind = 'document' and ((select platform.is_office())
    or d.state <> 'drafting' and (select platform.reader_holds('{records_officer}')) && array[d.owner_unit, '*']);

insert into platform.walled (table_name, standing) values ('search.search_document', 'closed');
