-- Saved views of the inbox: a view with conditions and an order, for oneself or for everybody of a section.
create table approvals.saved_view (
  id uuid primary key,
  owner text not null,
  owner_name text not null,
  name text not null,
  conditions jsonb not null,
  section_code text,
  section_name text,
  created_at timestamptz not null
);
create index saved_view_of_owner on approvals.saved_view (owner, created_at, id);
create index saved_view_of_section on approvals.saved_view (section_code, created_at, id) where section_code is not null;
