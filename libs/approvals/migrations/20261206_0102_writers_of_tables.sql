-- Delegation tables, forms and matter types are kept by two offices; whoever decides on a draft puts it in force (ADR 0065).
select platform.wall_writes(t, '(select platform.reader_holds(''{records_officer,org_admin}'')) is not null
  or exists (select from documents.document d where d.id = document_id)')
from unnest('{approvals.delegation_rule_set,approvals.definition_draft}'::regclass[]) t;
