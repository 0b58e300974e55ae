-- Drafts stay with the section when their drafter goes (RULE-102): since when, null for drafts of people who are there.
alter table documents.document add column left_at timestamptz;
create index draft_on_desk on documents.document (section_code, drafter_staff_no) where state in ('drafting', 'returned', 'pulled_back');

-- 引受け of a draft: who had it until then, as they were (RULE-101).
create table documents.takeover (
  id              bigint generated always as identity primary key,
  document_id     uuid        not null references documents.document,
  from_staff      text        not null,
  from_name       text        not null,
  from_post_title text        not null,
  from_unit_name  text        not null,
  to_staff        text        not null,
  to_name         text        not null,
  at              timestamptz not null
);
create index takeover_of_document on documents.takeover (document_id, id);
create trigger takeover_is_append_only before update or delete on documents.takeover
  for each row execute function platform.refuse_change();
