-- A seat learns of its matter whoever makes it: row policies (ADR 0037) hold for people and not for triggers.
alter function approvals.seat_learns_its_matter() security definer set search_path = pg_catalog, pg_temp;

-- What people said, and were told to do, is seen by whoever sees the document.
create policy readers on approvals.act using (exists (select from documents.document d where d.id = document_id));
alter table approvals.act enable row level security;
create policy readers on approvals.prior_instruction using (exists (select from documents.document d where d.id = document_id));
alter table approvals.prior_instruction enable row level security;
insert into platform.walled (table_name, standing, reason) values
  ('approvals.act', 'walled', null),
  ('approvals.prior_instruction', 'walled', null),
  ('approvals.approval_case', 'open', 'by which table a matter goes, without its words'),
  ('approvals.seat', 'open', 'who has a seat since when, without what was said: inboxes and figures count them'),
  ('approvals.post_review', 'open', 'who has to read afterwards, without what was said'),
  ('approvals.delegation_rule_set', 'open', 'tables are for everybody; the document is the decision on them');
