-- Rows of protected tables are bound to the act that wrote them: each change leaves a line with the row's digest, in the
-- same transaction (a unit) as the ledger entry of the act. docs/ledger-format.md says how the digests are made.

-- Names the running transaction, also after a dump was restored on another server.
create function ledger.unit() returns text language sql stable as $$
  select pg_current_xact_id()::text || '-' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint::text $$;

alter table ledger.entry add column unit text;

-- Every column of the schema: protected, derived (made anew from others) or excluded, and why.
create table ledger.manifest (
  table_name  text not null,
  column_name text not null,
  standing    text not null check (standing in ('protected', 'derived', 'excluded')),
  reason      text not null,
  primary key (table_name, column_name)
);

-- How rows of a table are read for their digest. A line of a row names the shape that it was written in.
create table ledger.shape (
  id           int  generated always as identity primary key,
  table_name   text not null,
  key_columns  text[] not null,
  columns      text[] not null,
  -- text, bool, bytea or instant: how a value becomes text
  forms        text[] not null,
  owner_column text
);

create table ledger.row_change (
  id         bigint generated always as identity primary key,
  unit       text  not null,
  -- bind: as it was found when its table became protected
  op         text  not null check (op in ('insert', 'update', 'delete', 'bind')),
  shape      int   not null references ledger.shape,
  table_name text  not null,
  key        text  not null,
  owner      text,
  digest     bytea,
  -- 8 bytes for each column: they name the column, the digest proves the row
  tags       bytea,
  -- goes when the content is lawfully erased: nobody can guess the content from digests after that
  salt       bytea
);
create index row_change_of_row on ledger.row_change (table_name, key, id);
create index row_change_of_owner on ledger.row_change (owner) where owner is not null;

create trigger row_change_is_not_truncated before truncate on ledger.row_change
  for each statement execute function platform.refuse_change();

-- Lines stay as they are; only a salt may go.
create function ledger.keep_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.salt is null
     and (new.id, new.unit, new.op, new.shape, new.table_name, new.key, new.owner, new.digest, new.tags)
         is not distinct from (old.id, old.unit, old.op, old.shape, old.table_name, old.key, old.owner, old.digest, old.tags) then
    return new;
  end if;
  raise exception 'ledger.row_change is append-only';
end $$;
create trigger row_change_is_append_only before update or delete on ledger.row_change
  for each row execute function ledger.keep_change();

create function ledger.form_of(type text) returns text language sql immutable as $$
  select case type when 'timestamp with time zone' then 'instant' when 'boolean' then 'bool' when 'bytea' then 'bytea' else 'text' end $$;

-- SQL that makes the text of a column; COPY writes the same one, instants apart.
create function ledger.reading(alias text, name text, form text) returns text language sql immutable as $$
  select case form
    when 'instant' then format('(extract(epoch from %s.%I) * 1000000)::bigint::text', alias, name)
    when 'bool' then format('(case when %s.%I then ''t'' else ''f'' end)', alias, name)
    when 'bytea' then format('(''\x'' || encode(%s.%I, ''hex''))', alias, name)
    else format('%s.%I::text', alias, name) end $$;

-- SQL of the bytes of a value: one byte, zero for null; else one, the length in four bytes, and the UTF-8 bytes. Written out, because
-- a call costs eight times as much.
create function ledger.field(value text) returns text language sql immutable as $$
  select format('case when %1$s is null then ''\x00''::bytea else ''\x01''::bytea || int4send(octet_length(%1$s)) || convert_to(%1$s, ''UTF8'') end', value) $$;

-- The select that makes lines of the rows of `source`, whose alias is `r`.
create function ledger.lines_of(s ledger.shape, op text, source text) returns text language plpgsql stable as $$
declare
  keys text := (select string_agg(case when f in ('text', 'character varying') and cardinality(s.key_columns) > 1
      then format('replace(replace(coalesce(r.%I, ''''), ''%%'', ''%%25''), ''/'', ''%%2F'')', k)
      when f = 'bytea' then format('encode(r.%I, ''hex'')', k)
      when cardinality(s.key_columns) > 1 then format('coalesce(r.%I::text, '''')', k) else format('r.%I::text', k) end, $x$ || '/' || $x$ order by n)
    from unnest(s.key_columns) with ordinality u(k, n)
    join lateral (select format_type(atttypid, null) f from pg_attribute where attrelid = s.table_name::regclass and attname = k) t on true);
  fields text := (select string_agg(format('%s as e%s', ledger.field(ledger.reading('r', c, f)), n), ', ' order by n)
    from unnest(s.columns, s.forms) with ordinality u(c, f, n));
  whole text := (select string_agg('e' || n, ' || ' order by n) from unnest(s.columns) with ordinality u(c, n));
  tags text := (select string_agg(format('substr(sha256(salt || %L::bytea || e%s), 1, 8)', convert_to(c, 'UTF8') || '\x00'::bytea, n), ' || ' order by n)
    from unnest(s.columns) with ordinality u(c, n));
  owner text := case when s.owner_column is null then 'null::text' else format('r.%I::text', s.owner_column) end;
  head text := format('insert into ledger.row_change (unit, op, shape, table_name, key, owner, digest, tags, salt) select (select ledger.unit()), %L, %s, %L, ',
    op, s.id, s.table_name);
begin
  if op = 'delete' then return format('%s%s, %s, null, null, null from %s', head, keys, owner, source); end if;
  return format('%s k, o, sha256(salt || %s), %s, salt from (select %s as k, %s as o, uuid_send(gen_random_uuid()) as salt, %s from %s offset 0) made',
    head, whole, tags, keys, owner, fields, source);
end $$;

-- Writes the trigger that binds rows of this shape as they are written.
create function ledger.watch(s ledger.shape) returns void language plpgsql as $$
declare
  name text := 'bind_' || replace(s.table_name, '.', '_');
  same_key text := (select string_agg(format('o.%1$I = r.%1$I', k), ' and ') from unnest(s.key_columns) k);
  olds text := (select string_agg(format('o.%I', c), ', ') from unnest(s.columns) c);
  news text := (select string_agg(format('r.%I', c), ', ') from unnest(s.columns) c);
begin
  execute format($f$
    create or replace function ledger.%I() returns trigger language plpgsql security definer set datestyle = 'ISO, YMD' set search_path = pg_catalog, pg_temp as $b$
    begin
      if tg_op = 'INSERT' then %s;
      elsif tg_op = 'UPDATE' then %s;
      else %s;
      end if;
      perform set_config('fubako.bound', 'yes', true);
      return null;
    end $b$ $f$, name, ledger.lines_of(s, 'insert', 'new_rows r'),
    ledger.lines_of(s, 'update', format('new_rows r where not exists (select from old_rows o where %s and (%s) is not distinct from (%s))', same_key, olds, news)),
    ledger.lines_of(s, 'delete', 'old_rows r'));
  execute format('drop trigger if exists rows_inserted on %s', s.table_name);
  execute format('drop trigger if exists rows_updated on %s', s.table_name);
  execute format('drop trigger if exists rows_deleted on %s', s.table_name);
  execute format('create trigger rows_inserted after insert on %s referencing new table as new_rows for each statement execute function ledger.%I()', s.table_name, name);
  execute format('create trigger rows_updated after update on %s referencing old table as old_rows new table as new_rows for each statement execute function ledger.%I()', s.table_name, name);
  execute format('create trigger rows_deleted after delete on %s referencing old table as old_rows for each statement execute function ledger.%I()', s.table_name, name);
end $$;

-- An entry made by the database itself: for a unit that wrote protected rows and told of no act, and for migrations.
create function ledger.write_entry(subject_kind text, subject_id text, kind text, actor text, facts text) returns void language plpgsql as $$
declare
  head ledger.chain_head;
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  bytes bytea;
begin
  insert into ledger.chain_head as h values (subject_kind, subject_id, 0, decode(repeat('00', 32), 'hex'))
    on conflict on constraint chain_head_pkey do update set seq = h.seq returning * into head;
  bytes := convert_to(format('{"actor":%s,"at":%s,"facts":%s,"kind":%s,"prev":"%s","seq":%s,"subject":{"id":%s,"kind":%s},"unit":%s,"v":2}',
    to_json(actor), to_json(to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), facts, to_json(kind),
    encode(head.hash, 'hex'), head.seq + 1, to_json(subject_id), to_json(subject_kind), to_json(ledger.unit())), 'UTF8');
  insert into ledger.entry (subject_kind, subject_id, seq, at, kind, actor, canonical, prev_hash, hash, unit)
    values (subject_kind, subject_id, head.seq + 1, moment, kind, actor, bytes, head.hash, sha256('\x00'::bytea || bytes), ledger.unit());
  update ledger.chain_head h set seq = h.seq + 1, hash = sha256('\x00'::bytea || bytes)
    where h.subject_kind = head.subject_kind and h.subject_id = head.subject_id;
end $$;

-- Called last in a unit that told of no act: when it wrote protected rows all the same, an entry says so.
create function ledger.close_unit(actor text) returns void language plpgsql as $$
begin
  if current_setting('fubako.bound', true) is distinct from 'yes' then return; end if;
  perform ledger.write_entry('unit', ledger.unit(), 'ledger.rows-written', actor, '{}');
end $$;

-- Protects a table, its columns but for `left_out` ({column: reason}; a reason that begins with "derived: " says that it is made
-- anew from others). Called again after a column was added. Rows that are there are bound as they are found. `own_key` for tables
-- without a primary key.
create function ledger.protect(target text, owner_column text, left_out jsonb default '{}', own_key text[] default null) returns void language plpgsql as $$
declare
  s ledger.shape;
  found_rows bigint;
begin
  delete from ledger.manifest where table_name = target;
  insert into ledger.manifest
    select target, a.attname,
      case when not left_out ? a.attname then 'protected' when left_out ->> a.attname like 'derived: %' then 'derived' else 'excluded' end,
      coalesce(left_out ->> a.attname, 'bound by the digest of its row')
    from pg_attribute a where a.attrelid = target::regclass and a.attnum > 0 and not a.attisdropped;
  insert into ledger.shape (table_name, key_columns, columns, forms, owner_column)
    select target, coalesce(own_key,
      (select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum))
       from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey) where i.indrelid = target::regclass and i.indisprimary)),
      array_agg(a.attname::text order by a.attnum), array_agg(ledger.form_of(format_type(a.atttypid, null)) order by a.attnum), $2
    from pg_attribute a where a.attrelid = target::regclass and a.attnum > 0 and not a.attisdropped and not left_out ? a.attname
    returning * into s;
  perform ledger.watch(s);
  execute ledger.lines_of(s, 'bind', target || ' r');
  get diagnostics found_rows = row_count;
  if found_rows > 0 then
    perform ledger.write_entry('table', target, 'ledger.rows-bound', 'system:migrate', format('{"rows":%s}', found_rows));
  end if;
end $$;

-- A table that nothing is proven about, and why.
create function ledger.leave_out(target text, reason text) returns void language sql as $$
  delete from ledger.manifest where table_name = target;
  insert into ledger.manifest
    select target, a.attname, case when reason like 'derived: %' then 'derived' else 'excluded' end, reason from pg_attribute a where a.attrelid = target::regclass and a.attnum > 0 and not a.attisdropped $$;

-- What was lawfully erased must not be guessed from its digests: the salts of its earlier lines go; the last line of each row stays provable.
create function ledger.forget(owners text[]) returns void language sql as $$
  update ledger.row_change c set salt = null
  where c.owner = any(owners) and c.salt is not null
    and c.id < (select max(l.id) from ledger.row_change l where l.table_name = c.table_name and l.key = c.key) $$;

select ledger.leave_out('platform.idempotency', 'answers kept for repeated requests; the acts are proven');
select ledger.leave_out('platform.migration', 'what the program did to its own schema');
select ledger.leave_out('platform.outbox', 'work that is owed; the acts it follows from are proven');
