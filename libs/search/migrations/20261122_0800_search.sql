create schema search;

-- Fiscal years that have a partition. Its unique index is what makes two units create a year once: the second waits for the first.
create table search.fiscal_year (
  fy smallint primary key
);

-- What can be found, one row for each document. Newest years are asked first, so a page touches one or two partitions.
-- No default partition: rows waiting there would have to be moved before their year could be attached.
create table search.search_document (
  -- Fiscal year of sort_on, so that "year, then day" is the order of days (SEA-8).
  fy               smallint not null,
  document_id      uuid     not null,
  sort_on          date     not null,
  -- Facts of the reading policy and of filters: narrow, never moved out of line.
  state            text     not null,
  matter_type      text     not null,
  drafter_staff_no text     not null,
  owner_unit       text     not null,
  confidentiality  text     not null,
  amount           bigint,
  -- Serials of the numbers: 120 of 第120号.
  serials          int4[]   not null,
  -- All parts folded, each ended by LF, which no folded text contains.
  folded           text     not null,
  grams            int4[]   not null,
  -- Where each part begins and how to get back to what was written; read only for the hits of a page.
  layout           json     not null,
  -- What a line of the result shows.
  card             jsonb    not null,
  primary key (fy, document_id),
  check (fy = extract(year from sort_on - interval '3 months'))
) partition by list (fy);
create index search_document_grams on search.search_document using gin (grams, serials) with (fastupdate = off);
create index search_document_newest on search.search_document (sort_on desc, document_id desc);

-- Where each document stands in the index. Its row lock is taken before the document is read for indexing, so that of two
-- units that change one document the later one indexes both changes.
create table search.indexed_document (
  document_id    uuid primary key,
  fy             smallint,
  -- Of everything that needs the text and the grams to be written anew.
  content_sha256 bytea check (octet_length(content_sha256) = 32)
);

-- Makes the partitions that are missing. Attached after they are made: readers and writers of other years go on meanwhile.
create function search.ensure_years(years smallint[]) returns void language plpgsql as $$
declare
  missing smallint;
begin
  for missing in select distinct y from unnest(years) y order by y loop
    insert into search.fiscal_year (fy) values (missing) on conflict do nothing;
    continue when not found;
    execute format('create table search.search_document_%s (like search.search_document including all) with (toast_tuple_target = 128)', missing);
    execute format('alter table search.search_document_%s alter column grams set statistics 300', missing);
    execute format('alter table search.search_document attach partition search.search_document_%s for values in (%s)', missing, missing);
  end loop;
end $$;
