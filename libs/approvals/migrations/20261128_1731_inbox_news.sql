-- Whoever writes to seats, reviews and acts tells the inboxes that it concerns, when the transaction commits.
-- One statement is one notification, of the people whose inbox changed; '*' when they are too many to name.
create function approvals.tell_inboxes(people text[]) returns void language sql as $$
  select pg_notify('fubako_inbox', case when length(names) > 7000 then '*' else names end)
  from (select string_agg(distinct p, ',') as names from unnest(people) p where p is not null) n where names is not null
$$;

create function approvals.tell_of_new_seats() returns trigger language plpgsql as $$
begin
  perform approvals.tell_inboxes(array(
    select unnest(array[principal, stand_in]) from fresh where state = 'active'));
  return null;
end $$;

create function approvals.tell_of_changed_seats() returns trigger language plpgsql as $$
begin
  perform approvals.tell_inboxes(array(
    select unnest(array[o.principal, o.stand_in, f.principal, f.stand_in])
    from old_seat o join fresh f using (id)
    where (o.state = 'active' or f.state = 'active')
      and (o.state, o.principal, o.stand_in, o.held_until, o.due_on) is distinct from (f.state, f.principal, f.stand_in, f.held_until, f.due_on)));
  return null;
end $$;

create function approvals.tell_of_reviews() returns trigger language plpgsql as $$
begin
  perform approvals.tell_inboxes(array(select principal from fresh));
  return null;
end $$;

create function approvals.tell_drafters() returns trigger language plpgsql as $$
begin
  perform approvals.tell_inboxes(array(
    select c.drafter_staff_no from fresh f join approvals.approval_case c using (document_id)
    where f.kind in ('return', 'pull_back', 'withdraw', 'abandon')));
  return null;
end $$;

create trigger new_seats_are_told after insert on approvals.seat
  referencing new table as fresh for each statement execute function approvals.tell_of_new_seats();
create trigger changed_seats_are_told after update on approvals.seat
  referencing old table as old_seat new table as fresh for each statement execute function approvals.tell_of_changed_seats();
create trigger new_reviews_are_told after insert on approvals.post_review
  referencing new table as fresh for each statement execute function approvals.tell_of_reviews();
create trigger done_reviews_are_told after update on approvals.post_review
  referencing new table as fresh for each statement execute function approvals.tell_of_reviews();
create trigger returns_are_told after insert on approvals.act
  referencing new table as fresh for each statement execute function approvals.tell_drafters();
