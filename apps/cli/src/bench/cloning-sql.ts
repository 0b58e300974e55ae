/**
 * Copies waiting cases, table by table. An id moves by as many milliseconds as the copy has a number, so that copies have
 * ids in the order of time like real ones. Hash chains of the copies are those of their template, byte for byte.
 */
export const CLONING = `
create schema bench;

create function bench.moved(id uuid, by bigint) returns text language sql immutable as $$
  select lpad(to_hex(('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint + by), 12, '0') || substr(replace(id::text, '-', ''), 13)
$$;

create function bench.copy_of(source jsonb, ids uuid[], copy bigint, serial int) returns jsonb language plpgsql immutable as $$
declare
  words text := source::text;
  id uuid;
begin
  foreach id in array ids loop
    words := replace(words, id::text, bench.moved(id, copy)::uuid::text);
  end loop;
  words := regexp_replace(words, '(浜福-)\\d{6}', '\\1' || lpad(serial::text, 6, '0'), 'g');
  return words::jsonb || case when source ? 'serial' then jsonb_build_object('serial', serial) else '{}' end;
end $$;

create function bench.copy_table(target regclass, key text, template uuid, ids uuid[], copies bigint[], first int) returns void language plpgsql as $$
declare
  names text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                 where attrelid = target and attnum > 0 and not attisdropped and attidentity = '');
begin
  execute format(
    'insert into %1$s (%2$s) select %2$s from (select r.* from %1$s t cross join unnest($3) as copy
       cross join lateral jsonb_populate_record(null::%1$s, bench.copy_of(to_jsonb(t), $2, copy, ($4 + copy)::int)) as r where t.%3$I::text = $1::text) copies',
    target, names, key) using template, ids, copies, first;
end $$;

create function bench.copy_cases(templates uuid[], first int, done bigint, wanted bigint) returns void language plpgsql as $$
declare
  template uuid;
  place int := 0;
  ids uuid[];
  copies bigint[];
begin
  foreach template in array templates loop
    place := place + 1;
    copies := array(select n from generate_series(done + 1, done + wanted) n where n % cardinality(templates) = place - 1);
    continue when cardinality(copies) = 0;
    ids := array[template] || array(select id from approvals.seat where document_id = template)
      || array(select id from approvals.act where document_id = template);
    perform bench.copy_table('documents.document', 'id', template, ids, copies, first);
    perform bench.copy_table('documents.revision', 'document_id', template, ids, copies, first);
    perform bench.copy_table('documents.participant', 'document_id', template, ids, copies, first);
    perform bench.copy_table('documents.issued_number', 'document_id', template, ids, copies, first);
    perform bench.copy_table('approvals.approval_case', 'document_id', template, ids, copies, first);
    perform bench.copy_table('approvals.step', 'document_id', template, ids, copies, first);
    perform bench.copy_table('approvals.act', 'document_id', template, ids, copies, first);
    perform bench.copy_table('approvals.seat', 'document_id', template, ids, copies, first);
    perform bench.copy_table('ledger.chain_head', 'subject_id', template, ids, copies, first);
    perform bench.copy_table('ledger.entry', 'subject_id', template, ids, copies, first);
    perform bench.copy_table('search.indexed_document', 'document_id', template, ids, copies, first);
    perform bench.copy_table('search.search_document', 'document_id', template, ids, copies, first);
  end loop;
end $$;

-- Documents of other years' work, in the index alone: lists of one gram grow from rows into trees, as they do in a town's.
create function bench.fill_index(templates uuid[], wanted bigint) returns void language plpgsql as $$
declare
  template uuid;
  copies bigint[] := array(select -n from generate_series(1, wanted / cardinality(templates)) n);
begin
  foreach template in array templates loop
    perform bench.copy_table('search.indexed_document', 'document_id', template, array[template], copies, 0);
    perform bench.copy_table('search.search_document', 'document_id', template, array[template], copies, 0);
  end loop;
end $$;
`;
