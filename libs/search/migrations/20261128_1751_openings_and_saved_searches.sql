-- 件名のみの閲覧: what a records officer opened for a stated reason, and until when. The reason stands in the ledger too.
create table search.opening (
  id          uuid        primary key,
  document_id uuid        not null,
  staff_no    text        not null,
  reason      text        not null,
  opened_at   timestamptz not null,
  closes_at   timestamptz not null check (closes_at > opened_at)
);

-- 条件の保存: the conditions as the API takes them. Shared ones belong to a unit and are seen by whoever works there.
create table search.saved_search (
  id         uuid        primary key,
  staff_no   text        not null,
  name       text        not null,
  conditions jsonb       not null,
  -- Unit with which it is shared; null: private.
  unit_code  text,
  created_at timestamptz not null
);
create index saved_search_of_person on search.saved_search (staff_no);
create index saved_search_of_unit on search.saved_search (unit_code) where unit_code is not null;

-- The order in which one person sees them.
create table search.saved_search_place (
  staff_no  text not null,
  search_id uuid not null references search.saved_search on delete cascade,
  place     int  not null,
  primary key (staff_no, search_id)
);

-- 新着の通知: who hears of new hits of a saved search.
create table search.subscription (
  search_id     uuid        not null references search.saved_search on delete cascade,
  staff_no      text        not null,
  subscribed_at timestamptz not null,
  primary key (search_id, staff_no)
);

-- What a subscriber knows: hits at the time of subscribing, and those already told.
create table search.known_hit (
  search_id   uuid not null,
  staff_no    text not null,
  document_id uuid not null,
  primary key (search_id, staff_no, document_id),
  foreign key (search_id, staff_no) references search.subscription on delete cascade
);

-- Documents whose entry changed and that no subscription has been asked about yet.
create table search.changed_entry (
  document_id uuid   not null,
  seq         bigint generated always as identity primary key
);
