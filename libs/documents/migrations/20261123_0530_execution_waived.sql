-- 施行不要: decided, and nothing of it will go out; the reason stands in the register of execution.
alter table documents.document add column execution_waived_at timestamptz;
drop index documents.document_to_execute;
create index document_to_execute on documents.document (decided_at, id) where state = 'decided' and execution_waived_at is null;
