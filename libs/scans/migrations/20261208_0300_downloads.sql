-- 取出し: an original on its way out by the second host name (ADR 0076). Whoever brings the secret of which only the digest is here is
-- given the bytes once, within a minute, while the session stands that asked. It keeps no content alive: nothing refers to stored_object.
create table scans.download (
  capability_sha256 bytea       primary key check (octet_length(capability_sha256) = 32),
  session_id        uuid        not null references identity.session (id) on delete cascade,
  purpose           text        not null check (purpose in ('document', 'receipt', 'opening')),
  sha256            bytea       not null check (octet_length(sha256) = 32),
  file_name         text        not null check (file_name <> ''),
  media_type        text        not null check (media_type <> ''),
  expires_at        timestamptz not null
);
create index download_session on scans.download (session_id);
create index download_end on scans.download (expires_at);

select ledger.leave_out('scans.download', 'gone within the hour; who took what out stands in the log of readings');
-- Readers have no right in it: it is asked by the office, with the secret.
insert into platform.walled (table_name, standing) values ('scans.download', 'closed');
