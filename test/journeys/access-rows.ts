import { readerOf } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, enteringOf } from '@fubako/platform/database';
import { Actors } from '@fubako/organisation';
import type { StaffNo } from '@fubako/kernel';
import { Client } from 'pg';
import { READERS, ROLES, type Role, type Stage, type StagedName, stagedOf } from './access-stage';

/** A column by which rows of a table hang on a document, a receipt or a file of records. */
export interface Hanging {
  readonly table: string;
  readonly column: string;
  readonly noun: string;
}

const ACTS = ['update', 'delete', 'insert'] as const;

/** All of them, as the catalogue tells; of partitioned tables the whole. */
const HANGING = `
  select k.conrelid::regclass::text as table, a.attname as column, k.confrelid::regclass::text as noun
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  where k.contype = 'f' and array_length(k.conkey, 1) = 1 and not c.relispartition
    and k.confrelid = any('{documents.document,intake.receipt,records.record_file}'::regclass[])
  order by 1, 2`;

/** What belongs to a person, or to the holders of a duty alone: whatever has a policy for changing and hangs on nothing. */
const OWNED = `
  select p.polrelid::regclass::text as table,
    coalesce(substring(pg_get_expr(p.polqual, p.polrelid) from '\\((\\w+) = \\( SELECT platform\\.reader\\('), a.attname) as column,
    case when pg_get_expr(p.polqual, p.polrelid) like '% = ( SELECT platform.reader()%' then 'person' else 'duty' end as noun
  from pg_policy p join platform.walled w on to_regclass(w.table_name) = p.polrelid and w.standing = 'open'
    join pg_attribute a on a.attrelid = p.polrelid
    and a.attnum = (select min(c.attnum) from pg_attribute c where c.attrelid = p.polrelid and c.attnum > 0 and c.attidentity = '')
  where p.polname = 'changers' and not exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = p.polrelid
    and k.confrelid = any('{documents.document,intake.receipt,records.record_file}'::regclass[]))
  order by 1`;

/** Nothing but the column must be filled, and no guard speaks before the policies: what is left are rights and rows. Until the rollback. */
const bare = ({ table, column, noun }: Hanging) => `
  set local session_replication_role = replica;
  do $$ declare part text; begin
    for part in select conname from pg_constraint where conrelid = '${table}'::regclass and contype in ('c', 'f', 'p', 'u') loop
      execute format('alter table ${table} drop constraint if exists %I cascade', part);
    end loop;
    for part in select attname from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and attnotnull and attidentity = '' and attname <> '${noun === 'duty' ? '' : column}' loop
      execute format('alter table ${table} alter %I drop not null', part);
    end loop; end $$`;

/** Who reads what of a noun: ids of all matters of the stage, and of those that a person does not read. */
interface Foreign {
  readonly all: readonly string[];
  readonly to: Readonly<Record<Role, readonly string[]>>;
}

/** 職員番号 of the drafter: what is theirs is foreign to everybody else. */
const DRAFTER = '1118';
/** Those who neither belong to the section S31 nor stand over it nor keep the archive. */
const FOREIGN_TO_FILES: readonly Role[] = ROLES.filter((role) => !READERS.decided.includes(role));

/**
 * What people may write of rows that hang on what they may not read, asked of the database alone: neither the program nor a guard
 * stands before it. @returns `table.column act`, once for each that somebody may, with the people
 */
export async function foreignWritesOfRows(
  stage: Stage,
  roles: readonly Role[] = ROLES,
): Promise<Map<string, readonly Role[]>> {
  const client = new Client({ connectionString: stage.town.database.ownerUrl });
  await client.connect();
  const found = new Map<string, Role[]>();
  try {
    const places = [...(await client.query<Hanging>(HANGING)).rows, ...(await client.query<Hanging>(OWNED)).rows];
    const entering = await entrances(stage, roles);
    for (const place of places) {
      const foreign = await foreignOf(stage, client, place.noun);
      await client.query('begin');
      await client.query(bare(place));
      await client.query(statementsOf(place).insert, [foreign.all]);
      for (const role of roles)
        for (const act of await actsOf(client, { place, entering: entering[role], ids: foreign.to[role] })) {
          const name = `${place.table}.${place.column} ${act}`;
          found.set(name, [...(found.get(name) ?? []), role]);
        }
      await client.query('rollback');
    }
  } finally {
    await client.end();
  }
  return found;
}

/** What one person may do to these rows. */
async function actsOf(
  client: Client,
  { place, entering, ids }: { place: Hanging; entering: Sql; ids: readonly string[] },
): Promise<(typeof ACTS)[number][]> {
  const may: (typeof ACTS)[number][] = [];
  for (const act of ids.length > 0 ? ACTS : []) {
    await client.query('savepoint one');
    await client.query(entering.text, [...entering.values]);
    if (await writes(client, { place, act, ids })) may.push(act);
    await client.query('rollback to savepoint one');
  }
  return may;
}

function statementsOf({ table, column, noun }: Hanging): Readonly<Record<(typeof ACTS)[number], string>> {
  const type = noun === 'person' || noun === 'duty' ? 'text' : 'uuid';
  const which = noun === 'duty' ? '$1::text[] is not null' : `${column} = any($1::${type}[])`;
  return {
    update: `update ${table} set ${column} = ${column} where ${which}`,
    delete: `delete from ${table} where ${which}`,
    insert:
      noun === 'duty'
        ? `insert into ${table} (${column}) select null where ${which}`
        : `insert into ${table} (${column}) select unnest($1::${type}[])`,
  };
}

async function writes(
  client: Client,
  { place, act, ids }: { place: Hanging; act: (typeof ACTS)[number]; ids: readonly string[] },
): Promise<boolean> {
  const statement = statementsOf(place)[act];
  try {
    return ((await client.query(statement, [act === 'insert' ? ids.slice(0, 1) : ids])).rowCount ?? 0) > 0;
  } catch (error) {
    const { code } = error as { code?: string };
    // insufficient_privilege: a right, or a policy. Policies are asked before indexes.
    if (code === '42501') return false;
    if (code === '23505') return true;
    throw new Error(`${statement}: ${String(error)}`);
  }
}

/** What makes the connection each person's, as in a unit that writes. */
async function entrances({ town, who }: Stage, roles: readonly Role[]) {
  const unit = town.app.get(UnitOfWork);
  const actors = town.app.get(Actors, { strict: false });
  const entering = {} as Record<Role, Sql>;
  for (const role of roles) {
    const { body } = await who[role].get('/session');
    const actor = await unit.read(() => actors.of(body.staffNo as StaffNo));
    entering[role] = enteringOf({ reader: readerOf(actor) });
  }
  return entering;
}

async function foreignOf({ staged }: Stage, client: Client, noun: string): Promise<Foreign> {
  const to = {} as Record<Role, readonly string[]>;
  if (noun === 'records.record_file') {
    const { rows } = await client.query<{ id: string }>(
      `select f.id from records.record_file f where f.section_code = 'S31'`,
    );
    const all = rows.map(({ id }) => id);
    for (const role of ROLES) to[role] = FOREIGN_TO_FILES.includes(role) ? all : [];
    return { all, to };
  }
  if (noun === 'person' || noun === 'duty') {
    for (const role of ROLES) to[role] = noun === 'person' && role === 'drafter' ? [] : [DRAFTER];
    return { all: [DRAFTER], to };
  }
  const names = stagedOf(noun === 'documents.document' ? 'documents' : 'receipts');
  const idsOf = (those: readonly StagedName[]) => those.map((name) => staged[name].id);
  for (const role of ROLES) to[role] = idsOf(names.filter((name) => !READERS[name].includes(role)));
  return { all: idsOf(names), to };
}

const anyAct = (...places: readonly string[]) => places.flatMap((place) => ACTS.map((act) => `${place} ${act}`));

/** What the database lets people write although they do not read the matter that it hangs on, and why it should. */
export const BY_DUTY: readonly {
  readonly rows: readonly string[];
  readonly roles: readonly Role[];
  readonly why: string;
}[] = [
  {
    rows: anyAct('approvals.definition_draft.document_id', 'approvals.delegation_rule_set.document_id'),
    roles: ['officer', 'orgAdmin'],
    why: 'two offices keep delegation tables, forms and matter types; the document is only the decision on them',
  },
  {
    rows: anyAct('records.disposal_batch.document_id'),
    roles: ['officer', 'archivist'],
    why: 'a batch of disposals is worked on by the records office and the archive, whoever decides on it',
  },
  {
    rows: anyAct('records.handover.id'),
    roles: ['officer', 'archivist'],
    why: 'every section hands over to them',
  },
  {
    rows: ['records.hold.id update'],
    roles: ['officer'],
    why: 'the records office alone changes and releases holds, whatever they cover (HOLD-6, GUARD-12)',
  },
  {
    rows: ['records.record.document_id update', 'records.record.document_id delete'],
    roles: ['department', 'mayor', 'sisterUnit', 'colleague', 'clerk', 'officer', 'archivist'],
    why: 'how long something is kept is reckoned for a whole file by who keeps it, secret matters in it included; it shows no words',
  },
];
