-- What waited for the virus scanner and was refused afterwards stands in the list of its sender until it is dismissed, or for a day.
alter table scans.sending
  add column refused_at timestamptz,
  -- {code, facts} of the refusal; the words are made when it is read, in the reader's language.
  add column refusal    jsonb,
  add constraint sending_refused check ((refused_at is null) = (refusal is null) and (refusal is null or upload_id is null));

select ledger.leave_out('scans.sending', 'on the way to a document, where attachments are proven');
