-- A notice may be about a finding of the nightly sweep of records.
alter table notifications.notice drop constraint if exists notice_subject_kind_check,
  add constraint notice_subject_kind_check check (subject_kind in ('document', 'receipt', 'coverage', 'finding'));
