-- 廃棄簿・移管簿 as they are searched: number, title and file of each document that was erased, folded. What they say stands there.
create table search.disposed (
  document_id uuid primary key,
  folded      text not null
);

-- Entries are of a make; a new one writes all of them anew in the background. One row for each make that this database has met.
create table search.renewal (
  make        int         primary key,
  -- Last document that is done; null before the first.
  last        uuid,
  documents   bigint      not null default 0 check (documents >= 0),
  -- Entries when it began.
  total       bigint      not null check (total >= 0),
  started_at  timestamptz not null,
  updated_at  timestamptz not null,
  finished_at timestamptz
);
-- An index without entries is of the make that comes with this.
insert into search.renewal (make, total, started_at, updated_at, finished_at)
select 3, 0, now(), now(), now() where not exists (select from search.indexed_document);
