-- What lists and counts of an inbox ask of a seat stands on the seat and in the index of open seats (performance B):
-- a list of thousands is counted and put in order from the index alone. The step and the document remain the source.
alter table approvals.seat
  add column step_kind text,
  add column urgent boolean not null default false,
  add column matter_due_on date;

update approvals.seat s set step_kind = k.kind, urgent = d.urgent, matter_due_on = d.due_on
from approvals.step k, documents.document d
where k.document_id = s.document_id and k.round = s.round and k.no = s.step_no and d.id = s.document_id;

create function approvals.seat_learns_its_matter() returns trigger language plpgsql as $$
begin
  select k.kind, d.urgent, d.due_on into new.step_kind, new.urgent, new.matter_due_on
  from approvals.step k join documents.document d on d.id = k.document_id
  where k.document_id = new.document_id and k.round = new.round and k.no = new.step_no;
  return new;
end $$;
create trigger seat_learns_its_matter before insert on approvals.seat
  for each row execute function approvals.seat_learns_its_matter();

create function approvals.seats_follow_their_step() returns trigger language plpgsql as $$
begin
  update approvals.seat set step_kind = new.kind where document_id = new.document_id and round = new.round and step_no = new.no;
  return null;
end $$;
create trigger seats_follow_their_step after update of kind on approvals.step
  for each row when (old.kind is distinct from new.kind) execute function approvals.seats_follow_their_step();

create function approvals.seats_follow_their_matter() returns trigger language plpgsql as $$
begin
  update approvals.seat set urgent = new.urgent, matter_due_on = new.due_on where document_id = new.id;
  return null;
end $$;
create trigger seats_follow_their_matter after update of urgent, due_on on documents.document
  for each row when (old.urgent is distinct from new.urgent or old.due_on is distinct from new.due_on)
  execute function approvals.seats_follow_their_matter();

drop index approvals.seat_open;
create index seat_open on approvals.seat (principal, opened_at, id)
  include (document_id, step_kind, due_on, matter_due_on, held_until, urgent) where state = 'active';
drop index approvals.step_kind;
