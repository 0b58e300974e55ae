-- What is proven about originals (ledger.protect).
select ledger.protect('scans.stored_object', null, '{"verified_at": "moves with every look at the bytes"}');
select ledger.protect('scans.removed_object', null, '{"state": "moves when the store has followed", "gone_at": "moves when the store has followed"}');
select ledger.leave_out('scans.arrival', 'files on their way; known as stored_object when they have come');
select ledger.leave_out('scans.object_finding', 'what a look at the bytes found; the ledger has it as an act');
select ledger.leave_out('scans.object_lock', 'what the store says of its locks; asked anew');
select ledger.leave_out('scans.page_text', 'derived: read from the original again');
select ledger.leave_out('scans.rendition', 'derived: made from the original again');
select ledger.leave_out('scans.text_state', 'derived: made from the original again');
select ledger.leave_out('scans.upload', 'on the way to a document, where attachments are proven');
