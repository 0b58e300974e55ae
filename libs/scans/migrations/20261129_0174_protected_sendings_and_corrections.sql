-- What is proven about what came after (ledger.protect), as far as it is there.
select ledger.leave_out('scans.sending', 'on the way to a document, where attachments are proven');
select ledger.leave_out('scans.sending_piece', 'on the way to a document, where attachments are proven');
do $$ begin
  if to_regclass('scans.page_correction') is not null then perform ledger.protect('scans.page_correction', null); end if;
end $$;
