-- 様式 and 事案の種類 as they are to become: one draft of each at a time, bound to the decision that publishes it (FORM-4).
create table approvals.definition_draft (
  id                int generated always as identity primary key,
  kind              text not null check (kind in ('form', 'matter_type')),
  code              text not null check (length(code) between 1 and 64),
  state             text not null default 'draft' check (state in ('draft', 'published')),
  -- The version that the content was copied from, and is compared with; null: there is none yet.
  based_on          int check (based_on >= 1),
  content           jsonb not null,
  -- Grows with every change, for optimistic locking.
  revision          int not null default 1,
  note              text,
  created_at        timestamptz not null,
  created_by        text not null,
  created_by_name   text not null,
  document_id       uuid references documents.document,
  proposed_from     date,
  -- The words in which the document shows the change, and the digest of the content: another text or content is another decision.
  proposed_text     text,
  proposed_sha256   text,
  proposal_fault    text check (proposal_fault in ('differs', 'has-faults')),
  version           int check (version >= 1),
  valid_from        date,
  published_at      timestamptz,
  published_by      text,
  published_by_name text,
  check (num_nulls(document_id, proposed_from, proposed_text, proposed_sha256) in (0, 4)),
  check (num_nulls(version, valid_from, published_at, published_by, published_by_name) = case state when 'draft' then 5 else 0 end)
);
create unique index one_draft_of_a_definition on approvals.definition_draft (kind, code) where state = 'draft';
create unique index definition_draft_of_version on approvals.definition_draft (kind, code, version) where state = 'published';
create index definition_draft_of_document on approvals.definition_draft (document_id) where document_id is not null;

-- What was decided stays as it was decided.
create function approvals.refuse_change_of_published_definition() returns trigger language plpgsql as $$
begin
  raise exception 'A published definition does not change.';
end $$;
create trigger published_definitions_stay before update or delete on approvals.definition_draft
  for each row when (old.state = 'published') execute function approvals.refuse_change_of_published_definition();

insert into platform.walled (table_name, standing, reason) values
  ('approvals.definition_draft', 'open', 'forms and matter types are for everybody; the document is the decision on them');
select ledger.protect('approvals.definition_draft', null);
