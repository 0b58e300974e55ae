-- Revisions and attachments go row by row, each guarded (ADR 0028), and never all at once.
create trigger revision_is_not_truncated before truncate on documents.revision
  for each statement execute function platform.refuse_change();
create trigger attachment_is_not_truncated before truncate on documents.attachment
  for each statement execute function platform.refuse_change();
create trigger erasure_is_not_truncated before truncate on documents.erasure
  for each statement execute function platform.refuse_change();
