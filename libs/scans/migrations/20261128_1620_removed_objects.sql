-- 消去: content that was lawfully removed, and whether the store has let go of its bytes. `returned`: the same content came in
-- anew before its bytes were gone, and stays.
create table scans.removed_object (
  sha256     bytea primary key check (octet_length(sha256) = 32),
  bytes      bigint      not null check (bytes > 0),
  -- What allowed it, e.g. the id of an entry in the register of disposals.
  grounds    text        not null check (grounds <> ''),
  removed_at timestamptz not null,
  state      text        not null default 'owed' check (state in ('owed', 'removing', 'gone', 'returned')),
  gone_at    timestamptz,
  check ((state = 'gone') = (gone_at is not null))
);
create index removed_object_owed on scans.removed_object (removed_at) where state in ('owed', 'removing');

-- Which of these objects something outside scans refers to. It asks every foreign key there is, so that a table which comes
-- later counts without being told of.
create function scans.referred_from_outside(candidates bytea[]) returns setof bytea language plpgsql stable as $$
declare
  reference record;
begin
  for reference in
    select c.conrelid::regclass as relation, a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'scans.stored_object'::regclass and c.connamespace <> 'scans'::regnamespace
    order by 1
  loop
    return query execute format('select distinct r.%1$I from %2$s r where r.%1$I = any($1)', reference.name, reference.relation)
      using candidates;
  end loop;
end $$;
