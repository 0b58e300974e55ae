-- What is proven about receipts and circulations (ledger.protect).
select ledger.protect('intake.receipt', 'id');
select ledger.protect('intake.ending', 'receipt_id');
select ledger.protect('intake.attachment', 'receipt_id');
select ledger.protect('intake.participant', 'receipt_id');
select ledger.protect('intake.online_application', 'receipt_id');
select ledger.protect('intake.circulation', 'id');
select ledger.protect('intake.audience', 'circulation_id');
select ledger.protect('intake.reader', 'circulation_id');
select ledger.protect('intake.receipt_kind', null);
select ledger.leave_out('intake.held', 'derived: which section holds a receipt, from its endings');
