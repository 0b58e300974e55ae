-- 公布 of the delegation table as a decision of its own: what was proposed, in which document, for which day.
alter table approvals.delegation_rule_set
  add column document_id      uuid references documents.document,
  add column proposed_from    date,
  -- The words in which the document shows the table, and the digest of its rows: another text or another table is another decision.
  add column proposed_text    text,
  add column proposed_sha256  text,
  add column proposal_fault   text check (proposal_fault in ('differs', 'has-faults')),
  add check (num_nulls(document_id, proposed_from, proposed_text, proposed_sha256) in (0, 4));
create index delegation_rule_set_of_document on approvals.delegation_rule_set (document_id) where document_id is not null;
