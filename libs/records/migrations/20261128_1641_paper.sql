-- 書庫・棚・箱: where paper lies in the stacks.
create table records.stack_place (
  code     text        primary key,
  room     text        not null,
  shelf    text        not null,
  box      text,
  note     text,
  added_at timestamptz not null,
  added_by text        not null,
  unique nulls not distinct (room, shelf, box)
);

-- Where a file of paper lies, and has lain: in the stacks, or described in words while it is in the office.
create table records.file_place (
  id         uuid        primary key,
  file_id    uuid        not null references records.record_file,
  place_code text references records.stack_place,
  note       text,
  since      timestamptz not null,
  since_by   text        not null,
  until      timestamptz,
  check (num_nonnulls(place_code, note) >= 1)
);
create unique index file_place_now on records.file_place (file_id) where until is null;
create index file_place_of_place on records.file_place (place_code) where until is null;

-- 紙の記録: one entry for each item of paper in a file.
create table records.paper_record (
  id                 uuid        primary key,
  file_id            uuid        not null references records.record_file,
  title              text        not null,
  document_number    text,
  documented_on      date        not null,
  pages              int         not null check (pages between 1 and 100000),
  location           text,
  -- An administrative disposition keeps its paper 90 more days (RULE-92).
  disposition        boolean     not null default false,
  issued_on          date,
  registered_at      timestamptz not null,
  registered_by      text        not null,
  registered_by_name text        not null,
  check (not disposition or issued_on is not null)
);
create index paper_record_of_file on records.paper_record (file_id, documented_on, id);

-- 代替: a scan that stands for the paper; converting and destroying are two decisions (RULE-92).
create table records.scan_substitute (
  id                uuid        primary key,
  paper_record_id   uuid        not null references records.paper_record,
  sha256            text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name         text        not null,
  media_type        text        not null,
  bytes             bigint      not null check (bytes > 0),
  pages             int         not null check (pages > 0),
  scanned_at        timestamptz not null,
  scanned_by        text        not null,
  scanned_by_name   text        not null,
  checked_at        timestamptz,
  checked_by        text,
  checked_by_name   text,
  approved_at       timestamptz,
  approved_by       text,
  approved_by_name  text,
  refused_at        timestamptz,
  refused_by        text,
  refused_by_name   text,
  refusal           text,
  destruction_decided_at      timestamptz,
  destruction_decided_by      text,
  destruction_decided_by_name text,
  destroyed_on      date,
  destroyed_at      timestamptz,
  destroyed_by      text,
  destroyed_by_name text,
  method            text,
  check (checked_by is null or checked_by <> scanned_by),
  check (approved_by is null or checked_by is not null),
  check (destruction_decided_by is null or approved_by is not null),
  check (destroyed_by is null or destruction_decided_by is not null and destroyed_by <> destruction_decided_by),
  check (refused_at is null or approved_at is null)
);
create unique index scan_substitute_once on records.scan_substitute (paper_record_id) where refused_at is null;

-- 貸出: one open loan for each file.
create table records.loan (
  id                uuid        primary key,
  file_id           uuid        not null references records.record_file,
  purpose           text        not null,
  requested_at      timestamptz not null,
  requested_by      text        not null,
  requested_by_name text        not null,
  section_code      text        not null,
  section_name      text        not null,
  due_on            date        not null,
  lent_at           timestamptz,
  lent_by           text,
  lent_by_name      text,
  refused_at        timestamptz,
  refused_by        text,
  refusal           text,
  returned_at       timestamptz,
  returned_to       text,
  returned_to_name  text,
  reminded_on       date,
  check (lent_at is null or refused_at is null),
  check (returned_at is null or lent_at is not null)
);
create unique index loan_out on records.loan (file_id) where lent_at is not null and returned_at is null;
create index loan_open on records.loan (due_on) where returned_at is null and refused_at is null;
create index loan_of_file on records.loan (file_id, requested_at desc);

-- 引継ぎ to the stacks (RULE-91).
create table records.handover (
  id               uuid        primary key,
  fiscal_year      int         not null,
  section_code     text        not null,
  section_name     text        not null,
  proposed_at      timestamptz not null,
  proposed_by      text        not null,
  proposed_by_name text        not null,
  received_at      timestamptz,
  received_by      text,
  received_by_name text,
  withdrawn_at     timestamptz,
  check (received_at is null or withdrawn_at is null)
);
create index handover_list on records.handover (proposed_at desc, id);

create table records.handover_file (
  handover_id   uuid not null references records.handover,
  file_id       uuid not null references records.record_file,
  place_code    text references records.stack_place,
  returned_at   timestamptz,
  returned_by   text,
  return_reason text,
  primary key (handover_id, file_id)
);
create index handover_of_file on records.handover_file (file_id);

-- What is lent does not end: it comes back first.
create function records.guard_lent_file() returns trigger language plpgsql as $$
begin
  if exists (select from records.loan l where l.file_id = new.id and l.lent_at is not null and l.returned_at is null) then
    raise exception 'File % is lent.', new.id using errcode = 'restrict_violation', constraint = 'record_file_is_lent';
  end if;
  return new;
end $$;
create trigger lent_file_stays before update of state on records.record_file
  for each row when (new.state in ('transferred', 'disposed') and old.state is distinct from new.state)
  execute function records.guard_lent_file();
