-- What is proven about approvals (ledger.protect).
select ledger.protect('approvals.act', 'document_id');
select ledger.protect('approvals.approval_case', 'document_id');
select ledger.protect('approvals.step', 'document_id');
select ledger.protect('approvals.seat', 'document_id');
select ledger.protect('approvals.seat_succession', 'document_id');
select ledger.protect('approvals.staged_decision', 'document_id');
select ledger.protect('approvals.post_review', 'document_id');
select ledger.protect('approvals.prior_instruction', 'document_id');
select ledger.protect('approvals.delegation_rule_set', null);
select ledger.protect('approvals.delegation_rule', null);
select ledger.leave_out('approvals.bulk_outcome', 'answers kept for repeated requests; the acts are proven');
select ledger.leave_out('approvals.coverage_check', 'a look at the table that anybody can repeat');
select ledger.leave_out('approvals.reminder', 'notices that went out; no act');
select ledger.leave_out('approvals.saved_view', 'a filter of a list of their own');
