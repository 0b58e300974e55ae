-- What is proven about searches: who opened what for which reason, who exported (ledger.protect).
select ledger.protect('search.opening', 'document_id');
select ledger.protect('search.export', null);
select ledger.leave_out('search.changed_entry', 'derived: the index is made anew from documents');
select ledger.leave_out('search.disposed', 'derived: the index is made anew from documents');
select ledger.leave_out('search.ended_secrecy', 'derived: the index is made anew from documents');
select ledger.leave_out('search.fiscal_year', 'derived: the index is made anew from documents');
select ledger.leave_out('search.indexed_document', 'derived: the index is made anew from documents');
select ledger.leave_out('search.renewal', 'derived: the index is made anew from documents');
select ledger.leave_out('search.search_document', 'derived: the index is made anew from documents');
select ledger.leave_out('search.known_hit', 'searches of their own; no act');
select ledger.leave_out('search.saved_search', 'searches of their own; no act');
select ledger.leave_out('search.saved_search_place', 'searches of their own; no act');
select ledger.leave_out('search.subscription', 'searches of their own; no act');
