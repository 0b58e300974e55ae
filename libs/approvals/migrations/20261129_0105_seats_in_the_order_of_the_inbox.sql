-- The index of open seats is in the order in which an inbox shows them (INBOX-1): 至急 first, then 期限, then 受付. The first
-- page of a list of thousands reads fifty entries of it; counting still reads nothing but the index (performance B).
drop index approvals.seat_open;
create index seat_open on approvals.seat (principal, urgent desc, (coalesce(least(matter_due_on, due_on), 'infinity'::date)), opened_at, document_id)
  include (id, step_kind, due_on, matter_due_on, held_until) where state = 'active';
