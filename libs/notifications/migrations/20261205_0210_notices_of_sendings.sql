-- Files that waited for the virus scanner and were refused: `document_id` is the id of the sending.
alter table notifications.notice drop constraint notice_subject_kind_check;
alter table notifications.notice
  add constraint notice_subject_kind_check
    check (subject_kind in ('document', 'receipt', 'coverage', 'finding', 'object', 'record-file', 'readings', 'emergency', 'sending'));
