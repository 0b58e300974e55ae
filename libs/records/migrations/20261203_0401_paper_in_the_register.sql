-- What of paper went with a file: the register names it as it names documents (RULE-85, DISP-15).
alter table records.disposal_entry add column papers jsonb not null default '[]';
select ledger.protect('records.disposal_entry', 'file_id');
