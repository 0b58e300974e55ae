-- A notice may be about a file of the archive: a borrower is told that it is late.
alter table notifications.notice drop constraint if exists notice_subject_kind_check,
  add constraint notice_subject_kind_check check (subject_kind in ('document', 'receipt', 'coverage', 'finding', 'object', 'record-file'));
