-- 施行済: everything that was to go out has gone out (domain 2.8).
alter table documents.document drop constraint document_state_check;
alter table documents.document add constraint document_state_check check (state in
  ('drafting', 'circulating', 'returned', 'pulled_back', 'decided', 'executed', 'rejected', 'withdrawn', 'abandoned', 'closed'));
alter table documents.document add column executed_at timestamptz;
create index document_to_execute on documents.document (section_code, decided_at, id) where state = 'decided';
