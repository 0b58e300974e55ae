-- What was done with a decided document is written by whoever sees it (ADR 0065).
select platform.wall_writes('execution.entry', 'exists (select from documents.document d where d.id = document_id)');
