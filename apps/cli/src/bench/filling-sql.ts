/**
 * Rows by the hundred thousand, copied from one template with ids of their own. Foreign keys are not asked while it fills
 * (`session_replication_role`), because every row comes with the rows that it names.
 */
export const FILLING = `
create function bench.id_of(kind int, n bigint) returns uuid language sql immutable as $$
  select (lpad(to_hex(26214400 + kind), 8, '0') || '-' || lpad(to_hex(n >> 16 & 65535), 4, '0') || '-7' || lpad(to_hex(n >> 4 & 4095), 3, '0')
    || '-8' || lpad(to_hex((n & 15) * 16), 3, '0') || '-' || lpad(to_hex(n), 12, '0'))::uuid
$$;

-- Some people have thousands of open seats, half of them fewer than fifteen: person k of n has about as many as 1 / sqrt(k).
create table bench.staff (place int primary key, staff_no text not null);

create function bench.fill_people(people int, known text[]) returns void language sql as $$
  insert into bench.staff
    select p, coalesce(known[array_position(known_places, p)], 'B' || lpad(p::text, 6, '0'))
    from generate_series(0, people - 1) p,
      (select array_agg(floor(people * power((k - 1)::float / cardinality(known), 3))::int order by k) as known_places from generate_series(1, cardinality(known)) k) places;
  insert into organisation.person (staff_no, name, kana, login)
    select staff_no, '職員' || staff_no, 'しょくいん', lower(staff_no) from bench.staff s
    where not exists (select from organisation.person p where p.staff_no = s.staff_no);
  update organisation.municipality set revision = revision + 1;
$$;

create function bench.fill_inboxes(template uuid, first int, last int, people int) returns void language plpgsql as $$
begin
  set local session_replication_role = replica;
  insert into documents.document
    select r.* from documents.document d, generate_series(first, last) n,
      lateral jsonb_populate_record(d, jsonb_build_object('id', bench.id_of(1, n), 'draft_number', '写第' || n || '号', 'urgent', n % 20 = 0)) r
    where d.id = template;
  insert into approvals.approval_case
    select r.* from approvals.approval_case c, generate_series(first, last) n,
      lateral jsonb_populate_record(c, jsonb_build_object('document_id', bench.id_of(1, n))) r
    where c.document_id = template;
  insert into approvals.step
    select r.* from approvals.step t, generate_series(first, last) n,
      lateral jsonb_populate_record(t, jsonb_build_object('document_id', bench.id_of(1, n),
        'kind', (array['decision', 'line', 'concurrence', 'circulation'])[n % 4 + 1])) r
    where t.document_id = template and t.kind = 'decision';
  insert into approvals.seat
    select r.* from approvals.seat s join approvals.step t on (t.document_id, t.round, t.no) = (s.document_id, s.round, s.step_no)
      cross join generate_series(first, last) n
      cross join lateral (select floor(people * power(random(), 2) + 0 * n)::int as place, random() as chance) p
      join bench.staff b on b.place = p.place
      cross join lateral jsonb_populate_record(s, jsonb_build_object('id', bench.id_of(2, n), 'document_id', bench.id_of(1, n), 'seat_no', 1, 'state', 'active',
        'principal', b.staff_no, 'opened_at', now() - interval '1 minute' * floor(p.chance * 40000), 'due_on', current_date + floor(p.chance * 40)::int - 10,
        'held_until', case when p.chance < 0.02 then current_date + 5 end, 'stand_in', case when p.chance > 0.97 then 'B000777' end)) r
    where s.document_id = template and t.kind = 'decision' and s.seat_no = 1;
end $$;
`;
