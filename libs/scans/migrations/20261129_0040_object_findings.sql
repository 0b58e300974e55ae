-- 異状: content of which a store gave back other bytes than were admitted. One open finding for each object and place; it is
-- settled when the object is found sound again, or lawfully removed.
create table scans.object_finding (
  id           uuid        primary key,
  sha256       bytea       not null check (octet_length(sha256) = 32),
  -- The store that is written, or the second copy.
  place        text        not null check (place in ('first', 'second')),
  fault        text        not null check (fault in ('missing', 'short', 'long', 'changed')),
  found_by     text        not null check (found_by in ('reading', 'keeping', 'schedule', 'verification')),
  found_at     timestamptz not null,
  last_seen_at timestamptz not null,
  settled_at   timestamptz,
  check (last_seen_at >= found_at)
);
create unique index object_finding_open on scans.object_finding (sha256, place) where settled_at is null;
create index object_finding_latest on scans.object_finding (found_at desc);
