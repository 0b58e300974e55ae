-- 受信箱: what a list is counted, filtered and ordered by stands in its index, so that a thousand open seats are not a thousand
-- pages of rows. The old index of the same first columns goes.
create index seat_open on approvals.seat (principal, opened_at, id) include (document_id, round, step_no, due_on, held_until)
  where state = 'active';
drop index approvals.seat_inbox;
create index step_kind on approvals.step (document_id, round, no) include (kind);
