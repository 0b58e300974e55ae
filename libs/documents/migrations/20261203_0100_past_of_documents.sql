-- What a document was at the end of a day: one image for each day on which something in it changed (RULE-100, ADR 0050). Its
-- content is not repeated: that of any day is the revision that was frozen last (DOC-12).
create table documents.document_past (
  document_id uuid not null references documents.document,
  since date not null,
  image jsonb not null,
  primary key (document_id, since)
);

create function documents.keep_past() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  without constant text[] := '{id,version,updated_at,title,fields,amount,disclosure_reason,urgency_reason,paper_reason,paper_note,paper_attachments,redraft_of}';
begin
  if tg_op = 'INSERT' then
    insert into documents.document_past (document_id, since, image)
    select n.id, platform.today(), to_jsonb(n) - without from new_rows n
    on conflict (document_id, since) do update set image = excluded.image;
  else
    insert into documents.document_past (document_id, since, image)
    select n.id, platform.today(), to_jsonb(n) - without from new_rows n join old_rows o on o.id = n.id
    where to_jsonb(n) - without <> to_jsonb(o) - without
    on conflict (document_id, since) do update set image = excluded.image;
  end if;
  return null;
end $$;
create trigger past_begins after insert on documents.document
  referencing new table as new_rows for each statement execute function documents.keep_past();
create trigger past_goes_on after update on documents.document
  referencing old table as old_rows new table as new_rows for each statement execute function documents.keep_past();

insert into documents.document_past (document_id, since, image)
select id, platform.today(), to_jsonb(d) - '{id,version,updated_at,title,fields,amount,disclosure_reason,urgency_reason,paper_reason,paper_note,paper_attachments,redraft_of}'::text[]
from documents.document d;

-- Who could read as long as the route was what it was, after it became another (READ-1).
create table documents.former_participant (
  id bigint generated always as identity primary key,
  document_id uuid not null references documents.document,
  staff_no text not null,
  since timestamptz not null,
  until timestamptz not null
);
create index former_participant_of on documents.former_participant (document_id);

select ledger.protect('documents.document_past', 'document_id');
select ledger.protect('documents.former_participant', 'document_id');

create policy readers on documents.document_past using (exists (select from documents.document d where d.id = document_id));
alter table documents.document_past enable row level security;
insert into platform.walled (table_name, standing, reason) values
  ('documents.document_past', 'walled', null),
  ('documents.former_participant', 'open', 'keys of people and documents, like those of today''s participants');
