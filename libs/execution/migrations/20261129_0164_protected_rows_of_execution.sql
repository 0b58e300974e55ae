-- What is proven about execution (ledger.protect).
select ledger.protect('execution.entry', 'document_id');
select ledger.protect('execution.clean_copy', null);
