-- Who has to do with a document, and that it was erased, is written by whoever sees the document (ADR 0065).
select platform.wall_writes(t, 'exists (select from documents.document d where d.id = document_id)')
from unnest('{documents.participant,documents.former_participant,documents.erasure}'::regclass[]) t;
-- A number of nobody is set aside, or borne by what is no document.
select platform.wall_writes('documents.issued_number', 'document_id is null or exists (select from documents.document d where d.id = document_id)');
