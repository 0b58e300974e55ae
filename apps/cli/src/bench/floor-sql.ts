/**
 * The floor: what deciding does to the database, by hand, in one statement. It trusts its caller, plans nothing and answers
 * nobody, but leaves the same rows behind as the use case: acts, seats, cases, documents, numbers, records, four linked
 * ledger entries, news, index, and the answer under its key.
 */
export const FLOOR = `
create table bench.place as
  select n.series_code, n.symbol, n.year, regexp_replace(n.text, '第\\d+号$', '') as prefix, r.file_id, r.retention_class, r.basis,
         r.starts_on, r.expires_on, r.explanation
  from documents.issued_number n join records.record r on r.document_id = n.document_id where n.series_code = 'S-DISPATCH' limit 1;

create function bench.leaf(id uuid, seq int, at timestamptz, kind text, actor text, facts jsonb, prev bytea) returns bytea language sql stable as $$
  select convert_to(jsonb_build_object('v', 1, 'subject', jsonb_build_object('kind', 'document', 'id', id), 'seq', seq, 'at', at,
    'kind', kind, 'actor', actor, 'facts', facts, 'prev', encode(prev, 'hex'))::text, 'UTF8')
$$;

create function bench.grams(word text) returns int[] language sql immutable as $$
  select array_agg(ascii(substr(word, n, 1))) || array_agg((((ascii(substr(word, n, 1))::bigint << 16) | ascii(substr(word, n + 1, 1)))::bit(32))::int)
  from generate_series(1, length(word) - 1) n
$$;

create function bench.decide(staff text, request text, ids uuid[], seats uuid[], versions int[], answer text) returns int language sql as $$
  with items as materialized (
    select i.*, c.round, c.revision_no, c.content_digest, d.title, d.drafter_staff_no, p.principal_name, p.post_title, p.unit_name,
           gen_random_uuid() as act_id, date_trunc('milliseconds', clock_timestamp()) as at
    from unnest(ids, seats, versions) with ordinality as i(id, seat_id, version, place)
      join documents.document d on d.id = i.id and d.state = 'circulating'
      join approvals.approval_case c on c.document_id = i.id and c.version = i.version
      join approvals.seat p on p.id = i.seat_id and p.state = 'active' and p.principal = staff
    order by d.id for update of d, c, p),
  claimed as (
    insert into platform.idempotency (actor, key, request_sha256, status, body)
    values (staff, request, sha256(convert_to(request, 'UTF8')), 201, answer)),
  counted as (
    insert into documents.number_counter as c (series_code, symbol, year, last)
    select series_code, symbol, year, (select count(*) from items) from bench.place
    on conflict (series_code, symbol, year) do update set last = c.last + excluded.last returning last),
  numbered as materialized (
    select i.*, b.*, counted.last - (count(*) over ()) + row_number() over (order by place) as serial,
           b.prefix || '第' || (counted.last - (count(*) over ()) + row_number() over (order by place)) || '号' as number
    from items i, counted, bench.place b),
  issued as (
    insert into documents.issued_number (series_code, symbol, year, serial, text, document_id, issued_at, issued_by)
    select series_code, symbol, year, serial, number, id, at, staff from numbered),
  acted as (
    insert into approvals.act (id, document_id, round, revision_no, seat_id, kind, outcome, actor, actor_name, post_title, unit_name, content_digest, bulk_key, acted_at)
    select act_id, id, round, revision_no, seat_id, 'approve', 'decided', staff, principal_name, post_title, unit_name, content_digest, request, at from numbered),
  closed as (update approvals.seat s set state = 'done', act_id = n.act_id from numbered n where s.id = n.seat_id),
  bumped as (update approvals.approval_case c set version = c.version + 1 from numbered n where c.document_id = n.id),
  decided as (
    update documents.document d set state = 'decided', version = d.version + 1, updated_at = n.at, decided_at = n.at, dispatch_number = n.number
    from numbered n where d.id = n.id),
  filed as (
    insert into records.record (document_id, file_id, filed_at, filed_by, retention_class, basis, decided_on, closed_on, provisional, starts_on, expires_on, explanation)
    select id, file_id, at, staff, retention_class, basis, at::date, at::date, true, starts_on, expires_on, explanation from numbered),
  settled as (update records.record_file f set expires_on = greatest(f.expires_on, b.expires_on) from bench.place b where f.id = b.file_id),
  owed as (
    insert into platform.outbox (consumer, event_id, event_name, subject, payload)
    select 'notifications.decided', gen_random_uuid(), 'approvals.decided.v1', id::text, jsonb_build_object('documentId', id, 'title', title,
      'drafterStaffNo', drafter_staff_no, 'dispatchNumber', number, 'decidedBy', jsonb_build_object('staffNo', staff, 'name', principal_name), 'decidedAt', at) from numbered),
  closed_news as (
    insert into platform.outbox (consumer, event_id, event_name, subject, payload)
    select 'notifications.seats-closed', gen_random_uuid(), 'approvals.seats-closed.v1', id::text, jsonb_build_object('documentId', id,
      'seats', jsonb_build_array(jsonb_build_object('seatId', seat_id, 'staffNo', staff))) from numbered),
  heads as materialized (
    select n.*, h.seq, h.hash from numbered n join ledger.chain_head h on h.subject_kind = 'document' and h.subject_id = n.id::text
    order by h.subject_id for update of h),
  linked as materialized (
    select h.*, a.leaf as a, ah.hash as ah, m.leaf as m, mh.hash as mh, b.leaf as b, bh.hash as bh, r.leaf as r, rh.hash as rh
    from heads h
      cross join lateral (select bench.leaf(id, seq + 1, at, 'approvals.acted', staff, jsonb_build_object('act', act_id, 'kind', 'approve', 'outcome', 'decided',
        'seat', seat_id, 'round', round, 'revision', revision_no, 'content', encode(content_digest, 'hex'), 'post', post_title, 'unit', unit_name,
        'capacity', 'main', 'inSteadOf', null, 'detail', null, 'bulk', request), hash) as leaf offset 0) a
      cross join lateral (select sha256('\\x00'::bytea || a.leaf) as hash offset 0) ah
      cross join lateral (select bench.leaf(id, seq + 2, at, 'documents.moved', staff, '{"from": "circulating", "to": "decided"}', ah.hash) as leaf offset 0) m
      cross join lateral (select sha256('\\x00'::bytea || m.leaf) as hash offset 0) mh
      cross join lateral (select bench.leaf(id, seq + 3, at, 'documents.numbered', staff, jsonb_build_object('number', number), mh.hash) as leaf offset 0) b
      cross join lateral (select sha256('\\x00'::bytea || b.leaf) as hash offset 0) bh
      cross join lateral (select bench.leaf(id, seq + 4, at, 'records.filed', staff, jsonb_build_object('file', file_id, 'retention', retention_class,
        'startsOn', starts_on, 'expiresOn', expires_on, 'provisional', true), bh.hash) as leaf offset 0) r
      cross join lateral (select sha256('\\x00'::bytea || r.leaf) as hash offset 0) rh),
  entered as (
    insert into ledger.entry (subject_kind, subject_id, seq, at, kind, actor, canonical, prev_hash, hash)
    select 'document', l.id::text, l.seq + e.step, l.at, e.kind, staff, e.leaf, e.prev, e.hash
    from linked l cross join lateral (values (1, 'approvals.acted', l.a, l.hash, l.ah), (2, 'documents.moved', l.m, l.ah, l.mh),
      (3, 'documents.numbered', l.b, l.mh, l.bh), (4, 'records.filed', l.r, l.bh, l.rh)) as e(step, kind, leaf, prev, hash)),
  headed as (
    update ledger.chain_head h set seq = l.seq + 4, hash = l.rh from linked l where h.subject_kind = 'document' and h.subject_id = l.id::text),
  placed as (
    update search.indexed_document p set content_sha256 = sha256(convert_to(n.number, 'UTF8')) from numbered n where p.document_id = n.id
    returning p.fy, p.document_id, n.number, n.serial, n.at),
  indexed as (
    update search.search_document s set state = 'decided', sort_on = n.at::date, serials = s.serials || n.serial::int, folded = s.folded || n.number || E'\\n',
      grams = s.grams || bench.grams(n.number),
      layout = (s.layout::jsonb || jsonb_build_array(jsonb_build_array('number', length(n.number), '[]'::jsonb)))::json,
      card = jsonb_set(s.card, '{number}', to_jsonb(n.number))
    from placed n where s.fy = n.fy and s.document_id = n.document_id),
  told as (
    insert into approvals.bulk_outcome (actor, key, seat_id, document_id, outcome, dispatch_number, at)
    select staff, request, seat_id, id, 'applied', number, at from numbered where answer is null)
  select count(*)::int from numbered
$$;
`;
