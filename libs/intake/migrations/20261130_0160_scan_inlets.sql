-- 取込口: a corner of the place where scanners lay files down, for one section.
create table intake.scan_inlet (
  code         text primary key,
  name         text not null,
  section_code text not null,
  kind         text not null references intake.receipt_kind,
  channel      text not null check (channel in ('post', 'counter', 'email', 'fax', 'courier', 'lgwan', 'online', 'internal')),
  -- What parts a batch of pages: nothing, an empty sheet, a printed separator sheet.
  split_by     text not null check (split_by in ('none', 'blank', 'separator'))
);

-- 取込記録: what became of each file that lay in an inlet. One row for one look of a file (its mark changes with it).
create table intake.scan_arrival (
  id         uuid primary key,
  inlet      text        not null references intake.scan_inlet,
  place      text        not null check (place in ('folder', 'bucket')),
  file_name  text        not null,
  mark       text        not null,
  bytes      bigint      not null check (bytes >= 0),
  sha256     bytea check (octet_length(sha256) = 32),
  -- repeated: the same bytes had come before; waiting: what keeps it out may pass by itself.
  state      text        not null check (state in ('taken', 'repeated', 'refused', 'waiting')),
  -- Dotted code and facts of what kept it out: its words are chosen where it is shown.
  reason     jsonb,
  arrived_at timestamptz not null,
  noted_at   timestamptz not null,
  unique (inlet, place, file_name, mark),
  check ((state in ('refused', 'waiting')) = (reason is not null)),
  check (state not in ('taken', 'repeated') or sha256 is not null)
);
-- The same bytes become receipts once (SCI-3).
create unique index scan_taken_once on intake.scan_arrival (inlet, sha256) where state = 'taken';
create index scan_arrival_latest on intake.scan_arrival (noted_at desc, id desc);

-- Which receipts a file became: one, or one for each part of a batch.
create table intake.scanned_receipt (
  receipt_id uuid primary key references intake.receipt,
  arrival_id uuid not null references intake.scan_arrival,
  part       int  not null check (part >= 1)
);
create index scanned_receipt_of_arrival on intake.scanned_receipt (arrival_id, part);

select ledger.protect('intake.scan_inlet', null);
select ledger.leave_out('intake.scan_arrival', 'a working list: receipts and their files, with the digest of what was scanned, are in the ledger');
select ledger.leave_out('intake.scanned_receipt', 'derived: the ledger of each receipt names the file it came from');
