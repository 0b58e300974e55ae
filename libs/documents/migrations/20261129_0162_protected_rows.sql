-- What is proven about documents (ledger.protect).
select ledger.protect('documents.document', 'id');
select ledger.protect('documents.revision', 'document_id');
select ledger.protect('documents.attachment', 'document_id');
select ledger.protect('documents.erasure', 'document_id');
select ledger.protect('documents.participant', 'document_id');
select ledger.protect('documents.takeover', 'document_id');
select ledger.protect('documents.issued_number', 'document_id');
select ledger.protect('documents.follow_up', 'document_id');
select ledger.protect('documents.number_counter', null);
select ledger.protect('documents.number_series', null);
select ledger.protect('documents.form', null);
select ledger.protect('documents.matter_type', null);
select ledger.protect('documents.matter_type_version', null);
select ledger.leave_out('documents.read_mark', 'what a reader has looked at, for their own eyes; no act');
