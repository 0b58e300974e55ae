-- 検査待ち: all pieces are here, and the virus scanner has not answered. The worker asks again until it does.
alter table scans.sending add column waiting_since timestamptz;
create index sending_waiting on scans.sending (waiting_since) where waiting_since is not null and upload_id is null;

select ledger.leave_out('scans.sending', 'on the way to a document, where attachments are proven');
