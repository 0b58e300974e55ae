-- 件名のみの閲覧: an opening is its opener's; only who knows the title, of what left its drafter's desk, may make one (SEA-30).
create function search.title_is_known(document uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from documents.document d where d.id = document and d.state <> 'drafting'
    and platform.reader_holds('{records_officer}') && array[d.section_code, '*']) $$;
create policy openers on search.opening using (staff_no = (select platform.reader()))
  with check (staff_no = (select platform.reader()) and search.title_is_known(document_id));
alter table search.opening enable row level security;

-- What was opened today for a reason is seen; how long, the opening itself says.
create policy openers on documents.document for select using (exists (
  select from search.opening o where o.document_id = document.id
    and o.staff_no = (select platform.reader()) and (o.opened_at at time zone 'Asia/Tokyo')::date = (select platform.reader_day())));

insert into platform.walled (table_name, standing) values ('search.opening', 'walled');
