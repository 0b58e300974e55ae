-- By which way a matter goes, who has a seat and who decides is seen by whoever sees the document (ADR 0051).
do $$ declare t text;
begin
  foreach t in array '{approval_case,step,seat_succession,staged_decision}'::text[] loop
    execute format('create policy readers on approvals.%I using (exists (select from documents.document d where d.id = document_id))', t);
    execute format('alter table approvals.%I enable row level security', t);
    insert into platform.walled (table_name, standing) values ('approvals.' || t, 'walled')
      on conflict (table_name) do update set standing = 'walled', reason = null;
  end loop;
  -- Whoever has a seat, or owes a look afterwards, is a participant of the document. That is asked first, and stands in the index of
  -- open seats: an inbox is counted without a look at its documents.
  foreach t in array '{seat,post_review}'::text[] loop
    execute format('create policy readers on approvals.%I using (principal = (select platform.reader()) or exists (select from documents.document d where d.id = document_id))', t);
    execute format('alter table approvals.%I enable row level security', t);
    update platform.walled set standing = 'walled', reason = null where table_name = 'approvals.' || t;
  end loop;
end $$;

-- What a bulk request has come to, for whoever asked; a decision in it that is dropped is told by whoever drops it.
create policy readers on approvals.bulk_outcome using (actor = (select platform.reader()) or exists (select from documents.document d where d.id = document_id));
alter table approvals.bulk_outcome enable row level security;

insert into platform.walled (table_name, standing, reason) values
  ('approvals.bulk_outcome', 'walled', null),
  -- Only the worker writes and reads what was reminded of.
  ('approvals.reminder', 'closed', null);
