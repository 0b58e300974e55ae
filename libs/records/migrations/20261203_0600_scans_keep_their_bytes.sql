-- A scan that stands for paper (RULE-92) keeps its bytes alive as an attachment does, until its file is disposed of: without a key to
-- the object, the end of another file that carried the same content took them along (ADR 0028). The digest stays with the row.
alter table records.scan_substitute add column object_sha256 bytea references scans.stored_object;
alter table records.scan_substitute disable trigger user;
update records.scan_substitute s set object_sha256 = o.sha256 from scans.stored_object o where o.sha256 = decode(s.sha256, 'hex');
alter table records.scan_substitute enable trigger user;
create index scan_substitute_of_object on records.scan_substitute (object_sha256);
select ledger.protect('records.scan_substitute', null);
