-- A notice may be about a receipt; `document_id` is the id of what it is about. Which kinds there are is known to the code
-- that words them, so that every part may bring its own.
alter table notifications.notice drop constraint if exists notice_kind_check;
alter table notifications.notice
  add column subject_kind text not null default 'document' check (subject_kind in ('document', 'receipt'));
