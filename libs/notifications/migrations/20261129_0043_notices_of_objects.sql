-- 保管庫の異状: a notice about a stored object; `document_id` is the id of the finding.
alter table notifications.notice drop constraint if exists notice_subject_kind_check,
  add constraint notice_subject_kind_check check (subject_kind in ('document', 'receipt', 'coverage', 'finding', 'object'));
