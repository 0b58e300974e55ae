/**
 * The floor of one act on its way: what approving does to the database, by hand, in one call. It trusts its caller, plans nothing and
 * answers nobody, but leaves the same rows behind as the use case: the act, both seats, the case, the next reader, news, the linked
 * ledger entry, and the answer under its key. It needs `bench.leaf` of the other floor.
 */
export const ACT_FLOOR = `
create function bench.approve(staff text, request text, matter uuid, seat_now uuid, seen int, answer text) returns int language plpgsql as $$
declare
  c approvals.approval_case;
  s approvals.seat;
  n approvals.seat;
  h ledger.chain_head;
  act uuid := gen_random_uuid();
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  leaf bytea;
begin
  insert into platform.idempotency (actor, key, request_sha256) values (staff, request, sha256(convert_to(request, 'UTF8')));
  perform from documents.document d where d.id = matter and d.state = 'circulating' for update;
  select * into strict c from approvals.approval_case k where k.document_id = matter and k.version = seen for update;
  select * into strict s from approvals.seat p where p.id = seat_now and p.state = 'active' and p.principal = staff for update;
  select * into strict n from approvals.seat p where p.document_id = matter and p.round = c.round and p.state = 'waiting'
    order by p.step_no, p.branch, p.turn, p.seat_no limit 1 for update;
  insert into approvals.act (id, document_id, round, revision_no, seat_id, kind, outcome, actor, actor_name, post_title, unit_name, content_digest, acted_at)
    values (act, matter, c.round, c.revision_no, seat_now, 'approve', 'approved', staff, s.principal_name, s.post_title, s.unit_name, c.content_digest, moment);
  update approvals.seat p set state = w.state, act_id = w.act_id, due_on = w.due_on, opened_at = w.opened_at, principal = w.principal,
      principal_kind = w.kind, principal_name = w.name
    from (values (seat_now, 'done', act, null::date, s.opened_at, s.principal, s.principal_kind, s.principal_name),
      (n.id, 'active', null, moment::date + 7, moment, n.planned_holder, n.planned_kind, n.planned_name))
      as w(id, state, act_id, due_on, opened_at, principal, kind, name) where p.id = w.id;
  update approvals.approval_case k set version = k.version + 1 where k.document_id = matter;
  insert into documents.participant (document_id, staff_no, since) values (matter, n.planned_holder, moment) on conflict do nothing;
  insert into platform.outbox (consumer, event_id, event_name, subject, payload)
    select 'notifications.' || w.name, gen_random_uuid(), 'approvals.' || w.name || '.v1', matter::text,
      jsonb_build_object('documentId', matter, 'seats', jsonb_build_array(jsonb_build_object('seatId', w.seat, 'staffNo', w.staff)))
    from (values ('seats-closed', seat_now, s.principal), ('seats-opened', n.id, n.planned_holder)) as w(name, seat, staff);
  select * into strict h from ledger.chain_head l where l.subject_kind = 'document' and l.subject_id = matter::text for update;
  leaf := bench.leaf(matter, h.seq + 1, moment, 'approvals.acted', staff, jsonb_build_object('act', act, 'kind', 'approve', 'outcome', 'approved',
    'seat', seat_now, 'round', c.round, 'revision', c.revision_no, 'content', encode(c.content_digest, 'hex'), 'post', s.post_title, 'unit', s.unit_name,
    'capacity', 'main', 'inSteadOf', null, 'detail', null, 'bulk', null), h.hash);
  insert into ledger.entry (subject_kind, subject_id, seq, at, kind, actor, canonical, prev_hash, hash, unit)
    values ('document', matter::text, h.seq + 1, moment, 'approvals.acted', staff, leaf, h.hash, sha256('\\x00'::bytea || leaf), ledger.unit());
  update ledger.chain_head l set seq = h.seq + 1, hash = sha256('\\x00'::bytea || leaf) where l.subject_kind = 'document' and l.subject_id = matter::text;
  update platform.idempotency i set status = 201, body = answer where (i.actor, i.key) = (staff, request);
  return 1;
end $$;
`;
