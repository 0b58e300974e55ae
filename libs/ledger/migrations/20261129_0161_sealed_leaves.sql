-- The sealer (封印役) puts what was written into one order and one Merkle tree (RFC 9162) and signs its root. An act pays nothing for it.
create table ledger.leaf (
  -- from 0, without a gap
  position  bigint primary key,
  entry_id  bigint unique,
  change_id bigint unique,
  hash      bytea  not null check (octet_length(hash) = 32),
  check (num_nonnulls(entry_id, change_id) = 1)
);

-- Roots of 256 leaves each, so that a proof need not read every leaf.
create table ledger.subtree (
  place bigint primary key,
  hash  bytea  not null check (octet_length(hash) = 32)
);

create table ledger.checkpoint (
  size     bigint primary key,
  at       timestamptz not null,
  root     bytea  not null check (octet_length(root) = 32),
  -- the signed note (C2SP tlog-checkpoint)
  note     text   not null,
  -- roots of the whole subtrees at the right edge, the largest first
  frontier bytea[] not null,
  -- every entry up to here, and every change, is a leaf or will never be one
  entries_to bigint not null,
  changes_to bigint not null,
  -- becomes the above when every transaction before `seen_before` has ended
  entries_seen bigint not null,
  changes_seen bigint not null,
  seen_before  text   not null
);

-- 証人: what each witness has taken.
create table ledger.witness (
  name       text primary key,
  size       bigint not null,
  taken_at   timestamptz not null,
  fault      text,
  failing_since timestamptz
);

-- RFC 3161 tokens over checkpoints.
create table ledger.timestamp_token (
  size     bigint primary key references ledger.checkpoint,
  token    bytea  not null,
  taken_at timestamptz not null
);

create trigger leaf_is_append_only before update or delete on ledger.leaf for each row execute function platform.refuse_change();
create trigger leaf_is_not_truncated before truncate on ledger.leaf for each statement execute function platform.refuse_change();
create trigger subtree_is_append_only before update or delete on ledger.subtree for each row execute function platform.refuse_change();
create trigger checkpoint_is_append_only before update or delete on ledger.checkpoint for each row execute function platform.refuse_change();
create trigger token_is_append_only before update or delete on ledger.timestamp_token for each row execute function platform.refuse_change();

-- The bytes of a line of a row, as a leaf hashes them (docs/ledger-format.md).
create function ledger.change_bytes(c ledger.row_change, s ledger.shape) returns bytea language sql stable as $$
  select convert_to(E'fubako-row-1\n', 'UTF8')
    || (select string_agg(int4send(octet_length(convert_to(f, 'UTF8'))) || convert_to(f, 'UTF8'), ''::bytea order by n)
        from unnest(array[c.unit, c.op, c.table_name, c.key, coalesce(c.owner, ''), array_to_string(s.key_columns, ','),
          (select string_agg(name || ':' || form, ',' order by m) from unnest(s.columns, s.forms) with ordinality as u(name, form, m))]) with ordinality as v(f, n))
    || int4send(coalesce(octet_length(c.digest), 0)) || coalesce(c.digest, ''::bytea)
    || int4send(coalesce(octet_length(c.tags), 0)) || coalesce(c.tags, ''::bytea) $$;

-- A role of its own for the sealer: it reads the ledger and adds leaves, and can do nothing else. Where the migrating user may
-- not make roles, the operator does (docs/operations).
do $$ begin
  create role fubako_sealer nologin;
exception when duplicate_object or unique_violation or insufficient_privilege then null;
end $$;
do $$ begin
  if exists (select from pg_roles where rolname = 'fubako_sealer') then
    grant usage on schema ledger to fubako_sealer;
    grant select on all tables in schema ledger to fubako_sealer;
    grant insert on ledger.leaf, ledger.subtree, ledger.checkpoint, ledger.timestamp_token, ledger.witness to fubako_sealer;
    grant update on ledger.witness to fubako_sealer;
  end if;
end $$;

insert into ledger.manifest (table_name, column_name, standing, reason)
select 'ledger.' || c.relname, a.attname, case when c.relname in ('shape', 'row_change', 'leaf', 'checkpoint', 'entry', 'chain_head') then 'protected' else 'derived' end,
  case when c.relname in ('manifest', 'witness') then 'derived: tells of other tables and places; nothing rests on it' when c.relname = 'subtree' then 'derived: from leaves'
    when c.relname = 'timestamp_token' then 'derived: signed by its authority' else 'bound by leaves, chains and signatures, or checked against them' end
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r';
