-- Who read, printed or took out what. What is confidential, and what auditors read, is an entry of the chain of its reader before
-- anything is handed out; the row beside it is for looking up. Ordinary reads are gathered: one row for a person, a thing and a day.
create table ledger.reading (
  id           bigint generated always as identity primary key,
  staff_no     text        not null,
  reader_name  text        not null,
  subject_kind text        not null,
  subject_id   text        not null,
  -- one file of it; empty: the whole
  part         text        not null default '',
  means        text        not null check (means in ('screen', 'file', 'print', 'search', 'export', 'opening')),
  -- the role without which the reader could not have read it
  role         text        not null default '',
  secret       boolean     not null,
  -- an entry of the ledger says so too
  entered      boolean     not null,
  reason       text,
  on_day       date        not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  times        int         not null default 1
);
create unique index reading_of_a_day on ledger.reading (staff_no, subject_kind, subject_id, part, means, role, on_day) where not entered;
create index reading_of_subject on ledger.reading (subject_kind, subject_id, last_at desc);
create index reading_of_reader on ledger.reading (staff_no, last_at desc);
create index reading_by_role on ledger.reading (last_at) where role <> '';

select ledger.leave_out('ledger.reading', 'derived: confidential reads from entries of their readers; ordinary ones are no acts');
