import type { Client } from 'pg';

/** Views that read protected tables as their owner, and functions that act as theirs: each is a decision (ADR 0037). */
const VIEWS = ['intake.audience_of_receipt', 'search.entry', 'search.known_title'];
const DEFINERS = [
  'intake.has_registered',
  'records.has_borrowed',
  'records.is_locked_by_witness',
  'search.ensure_years',
  'search.title_is_known',
];
/** Unique rules over what a person does not choose: numbers that a counter gives, digests of bytes. */
const UNIQUE: readonly string[] = [
  'records.record_file_class_code_section_code_fiscal_year_volume_key',
  'scans.download_pkey',
  'scans.page_correction_pkey',
  'scans.page_text_pkey',
];

/** What whoever sends bytes in writes of them: digests, sizes, and how far their recognition has come. Nothing of it is anybody's. */
const OF_BYTES = ['scans.rendition', 'scans.stored_object', 'scans.text_state'];

/** One sentence for each hole; `t` is a table whose rows are protected. */
const FAULTS = `
with reader as (select oid from pg_roles where rolname = 'fubako_api'),
  office as (select oid from pg_roles where rolname = 'fubako_office'),
  t as (select c.oid, c.oid::regclass::text as name, c.relowner, c.relrowsecurity, w.standing
        from platform.walled w join pg_class c on c.oid = to_regclass(w.table_name) where w.standing <> 'open'),
  -- What everybody may look at, and some may write (ADR 0065).
  looked_at as (select c.oid, c.oid::regclass::text as name, c.relrowsecurity
        from platform.walled w join pg_class c on c.oid = to_regclass(w.table_name) where w.standing = 'open'),
  ours as (select oid from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'bullmq')),
  policy as (select p.polname as name, p.polrelid, concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as text,
        p.polpermissive, p.polcmd, p.polroles, pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as checked
        from pg_policy p),
  derived as (select distinct v.oid, v.oid::regclass::text as name, v.relkind, v.reloptions, t.name as over
        from t join pg_depend d on d.refobjid = t.oid and d.classid = 'pg_rewrite'::regclass
          join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class and v.oid <> t.oid)
select 'role-missing' as fault, name as place from unnest(array['fubako_api', 'fubako_office']) name where name not in (select rolname from pg_roles)
union all select 'role-too-strong', r.rolname from pg_roles r
  where r.rolname in ('fubako_api', 'fubako_office') and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
union all select 'role-in-a-role', m.roleid::regrole::text from pg_auth_members m join reader on m.member = reader.oid
union all select 'office-in-a-role', m.roleid::regrole::text from pg_auth_members m join office on m.member = office.oid where m.roleid not in (select oid from reader)
union all select 'office-reads-as-readers', 'fubako_api' from reader, office where pg_has_role(office.oid, reader.oid, 'usage')
union all select 'role-may-create', n.nspname from pg_namespace n, (table reader union table office) reader where has_schema_privilege(reader.oid, n.oid, 'create') and n.oid in (select oid from ours)
union all select 'readers-may-set', 'set_config' from reader where has_function_privilege(reader.oid, 'pg_catalog.set_config(text, text, boolean)', 'execute')
union all select 'missing-table', w.table_name from platform.walled w where to_regclass(w.table_name) is null
union all select 'no-row-security', name from t where not relrowsecurity and standing = 'walled'
union all select 'closed-and-open', name from t, reader where standing = 'closed' and has_any_column_privilege(reader.oid, t.oid, 'select, insert, update')
union all select 'owned-by-readers', name from t, (table reader union table office) reader where pg_has_role(reader.oid, t.relowner, 'usage')
union all select 'not-only-rows', t.name || ' ' || p from t, (table reader union table office) reader, unnest(array['truncate', 'references', 'trigger']) p where has_table_privilege(reader.oid, t.oid, p)
union all select 'open-to-others', t.name from t join pg_class c on c.oid = t.oid, aclexplode(c.relacl) a
  where a.grantee = 0 or a.grantee not in (select oid from reader) and a.grantee <> t.relowner and a.grantee::regrole::text not in ('fubako_sealer', 'fubako_office')
union all select 'policy-for-everybody', t.name || ' ' || p.name from policy p join t on t.oid = p.polrelid where p.polpermissive and p.using = 'true'
  and p.polroles <> array(select oid from office)
union all select 'written-by-everybody', name from looked_at, reader
  where not relrowsecurity and has_any_column_privilege(reader.oid, looked_at.oid, 'insert, update') and name <> all($4)
union all select 'written-by-everybody', w.name || ' ' || p.name from policy p join looked_at w on w.oid = p.polrelid
  where p.polpermissive and p.polcmd <> 'r' and (p.using = 'true' or p.checked = 'true') and p.polroles <> array(select oid from office)
union all select 'policy-reads-a-bare-setting', t.name || ' ' || p.name from policy p join t on t.oid = p.polrelid where p.text like '%current_setting%'
union all select 'setting-read-bare', f.oid::regprocedure::text from pg_proc f
  where f.pronamespace in (select oid from ours) and f.proname like 'reader%' and f.prosrc like '%current_setting%' and f.prosrc not like '%nullif(current_setting(%'
union all select 'view-of-its-owner', name from derived
  where relkind = 'v' and not (coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']) and name <> all($1)
union all select 'kept-copy', name from derived where relkind = 'm'
union all select 'function-of-its-owner', f.oid::regprocedure::text from pg_proc f, reader
  where f.pronamespace in (select oid from ours) and f.prosecdef and f.prorettype <> 'trigger'::regtype
    and has_function_privilege(reader.oid, f.oid, 'execute') and f.pronamespace::regnamespace || '.' || f.proname <> all($2)
union all select 'path-not-pinned', f.oid::regprocedure::text from pg_proc f
  where f.pronamespace in (select oid from ours) and f.prosecdef and not exists (select from unnest(f.proconfig) c where c like 'search_path=%')
union all select 'called-leakproof', f.oid::regprocedure::text from pg_proc f where f.pronamespace in (select oid from ours) and f.proleakproof
union all select 'part-without-wall', i.inhrelid::regclass::text from pg_inherits i join t on t.oid = i.inhparent join pg_class c on c.oid = i.inhrelid, reader
  where has_any_column_privilege(reader.oid, c.oid, 'select') and not c.relrowsecurity
union all select 'reached-by-a-key', k.conrelid::regclass || ' ' || k.conname from pg_constraint k join t on t.oid = k.confrelid
  where k.contype = 'f' and k.conparentid = 0 and not exists (select from platform.walled w where to_regclass(w.table_name) = k.conrelid)
union all select 'key-that-acts', k.conrelid::regclass || ' ' || k.conname from pg_constraint k join t on t.oid = k.confrelid
  where k.contype = 'f' and (k.confdeltype in ('c', 'n', 'd') or k.confupdtype in ('c', 'n', 'd'))
union all select 'told-by-a-unique-rule', i.indexrelid::regclass::text from pg_index i join t on t.oid = i.indrelid
  where i.indisunique and i.indexrelid::regclass::text <> all($3)
    and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey) and (a.atttypid = 'uuid'::regtype or a.attidentity <> ''))
order by 1, 2`;

export interface WallFault {
  readonly fault: string;
  readonly place: string;
}

/**
 * Looks in the catalogue for the ways past the row policies (ADR 0037): what owners, views, copies, functions, keys, unique rules
 * and settings let through, for the tables that `platform.walled` names, and for tables that everybody may write (ADR 0065).
 */
export async function wallFaults(client: Pick<Client, 'query'>): Promise<WallFault[]> {
  return (await client.query<WallFault>(FAULTS, [VIEWS, DEFINERS, UNIQUE, OF_BYTES])).rows;
}
