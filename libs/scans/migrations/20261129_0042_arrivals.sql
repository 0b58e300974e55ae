-- 到着: content that is on its way into custody. The row commits before the bytes are put and goes with the unit that registers
-- them; what stays behind tells of bytes that nobody registered. Only such bytes are ever cleared away as orphans: content
-- that this database never heard of (after a restore, or put there by others) is listed and left alone.
create table scans.arrival (
  sha256     bytea       primary key check (octet_length(sha256) = 32),
  bytes      bigint      not null check (bytes > 0),
  arrived_at timestamptz not null
);
create index arrival_oldest on scans.arrival (arrived_at);
