-- Where each of the small pictures ends is derived like everything else of a rendition.
select ledger.leave_out('scans.rendition', 'derived: made from the original again');
