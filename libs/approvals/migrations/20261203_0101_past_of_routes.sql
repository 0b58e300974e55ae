-- What the route of a matter was at the end of a day (RULE-100, ADR 0050): what changes of a seat, and the round with the name of its
-- decision. What never changes of a seat stands in the seat alone.
create table approvals.seat_past (
  document_id uuid not null,
  seat_id uuid not null references approvals.seat,
  since date not null,
  image jsonb not null,
  primary key (document_id, seat_id, since)
);
create table approvals.case_past (
  document_id uuid not null references approvals.approval_case,
  since date not null,
  round int not null,
  decision_label text not null,
  primary key (document_id, since)
);

create function approvals.keep_seats_past() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into approvals.seat_past (document_id, seat_id, since, image)
  select n.document_id, n.id, platform.today(),
    to_jsonb(n) - '{id,document_id,round,step_no,seat_no,planned_holder,planned_name,planned_kind,reason,branch,turn,origin,pass_over,urgent,matter_due_on}'::text[]
  from new_rows n
  on conflict (document_id, seat_id, since) do update set image = excluded.image;
  return null;
end $$;
create trigger past_begins after insert on approvals.seat
  referencing new table as new_rows for each statement execute function approvals.keep_seats_past();
create trigger past_goes_on after update on approvals.seat
  referencing new table as new_rows for each statement execute function approvals.keep_seats_past();

create function approvals.keep_case_past() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into approvals.case_past (document_id, since, round, decision_label)
  values (new.document_id, platform.today(), new.round, new.decision_label)
  on conflict (document_id, since) do update set round = excluded.round, decision_label = excluded.decision_label;
  return null;
end $$;
create trigger past_begins after insert on approvals.approval_case for each row execute function approvals.keep_case_past();
create trigger past_goes_on after update on approvals.approval_case
  for each row when ((old.round, old.decision_label) is distinct from (new.round, new.decision_label))
  execute function approvals.keep_case_past();

insert into approvals.seat_past (document_id, seat_id, since, image)
select document_id, id, platform.today(),
  to_jsonb(s) - '{id,document_id,round,step_no,seat_no,planned_holder,planned_name,planned_kind,reason,branch,turn,origin,pass_over,urgent,matter_due_on}'::text[]
from approvals.seat s;
insert into approvals.case_past (document_id, since, round, decision_label)
select document_id, platform.today(), round, decision_label from approvals.approval_case;

select ledger.protect('approvals.seat_past', 'document_id');
select ledger.protect('approvals.case_past', 'document_id');

-- Like the rows they are images of (ADR 0051).
do $$ declare t text;
begin
  foreach t in array '{seat_past,case_past}'::text[] loop
    execute format('create policy readers on approvals.%I using (exists (select from documents.document d where d.id = document_id))', t);
    execute format('alter table approvals.%I enable row level security', t);
    insert into platform.walled (table_name, standing) values ('approvals.' || t, 'walled');
  end loop;
end $$;
