-- 媒体: electronic unless there is a reason for paper (RULE-11). Everything so far was electronic.
alter table documents.document
  add column medium text not null default 'electronic' check (medium in ('electronic', 'hybrid', 'paper')),
  add column paper_reason text,
  add column paper_note text,
  -- Names of what is attached on paper, in the drafter's order.
  add column paper_attachments text[] not null default '{}';
