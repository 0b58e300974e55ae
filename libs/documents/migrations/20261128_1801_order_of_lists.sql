-- What lists of other libs order documents by, without reading the documents.
create index document_order on documents.document (id) include (due_on, urgent, amount);
