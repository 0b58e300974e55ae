import type { DataSource } from 'typeorm';

export type Way = 'flip' | 'null' | 'swap';

export interface Shape {
  readonly table: string;
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  /** SQL of the key of row `r`. */
  readonly key: string;
}

const FLIPS: Readonly<Record<string, string>> = {
  text: `coalesce(%c, '') || '改'`,
  boolean: 'not coalesce(%c, false)',
  bytea: `coalesce(%c, '') || '\\x00'::bytea`,
  jsonb: `jsonb_build_array(coalesce(%c, 'null'))`,
  uuid: 'gen_random_uuid()',
  'uuid[]': 'array_append(%c, gen_random_uuid())',
  'text[]': `array_append(%c, 'x')`,
  date: `coalesce(%c, '2026-01-01') + 1`,
  'timestamp with time zone': `coalesce(%c, '2026-01-01') + interval '1 microsecond'`,
};

/** Changes rows as somebody who owns the database and has put triggers and constraints aside. */
export class Forger {
  private constructor(
    private readonly source: DataSource,
    readonly shapes: readonly Shape[],
  ) {}

  static async over(source: DataSource): Promise<Forger> {
    const shapes: Shape[] =
      await source.query(`select distinct on (s.table_name) s.table_name as "table", s.columns, s.key_columns as keys, ledger.key_of(s) as key
      from ledger.shape s order by s.table_name, s.id desc`);
    const tables = [...shapes.map(({ table }) => table), ...OWN];
    await source.query(`do $$ declare c record; begin
      for c in select k.conname, k.conrelid::regclass::text as t from pg_constraint k where k.conrelid::regclass::text = any('{${tables.join()}}') and k.contype in ('c', 'u', 'p', 'x') loop
        execute format('alter table %s drop constraint if exists %I cascade', c.t, c.conname); end loop;
      for c in select indexrelid::regclass::text as i from pg_index where indisunique and indrelid::regclass::text = any('{${tables.join()}}') loop
        execute format('drop index if exists %s', c.i); end loop;
      for c in select attrelid::regclass::text as t, attname from pg_attribute where attnotnull and attnum > 0 and attidentity = '' and attrelid::regclass::text = any('{${tables.join()}}') loop
        execute format('alter table %s alter column %I drop not null', c.t, c.attname); end loop;
      create schema kept;
    end $$`);
    for (const table of tables) await source.query(`create table kept.${table.replace('.', '_')} as table ${table}`);
    return new Forger(source, shapes);
  }

  /** @returns keys of the rows that are another now */
  async change({ table, key, columns }: Shape, { column, way }: { column: number; way: Way }): Promise<string[]> {
    const name = columns[column];
    const [{ type, given }] = await this.source.query(
      `select format_type(atttypid, null) as type, attidentity <> '' as given from pg_attribute where attrelid = $1::regclass and attname = $2`,
      [table, name],
    );
    // Postgres itself lets nobody update an identity.
    if (given) return [];
    const value = {
      flip: (FLIPS[type] ?? 'coalesce(%c, 0) + 1').replaceAll('%c', `r."${name}"`),
      null: 'null',
      swap: 'o.other',
    }[way];
    const others = `(select at, lead(value, 1, head) over (order by at) as other from (
      select ctid as at, "${name}" as value, first_value("${name}") over (order by ctid) as head from ${table}) v)`;
    return this.behind(
      `with o as ${others}, done as (update ${table} r set "${name}" = ${value} from o where o.at = r.ctid and r."${name}" is distinct from ${value}
       returning ${key} as key) select key from done`,
    );
  }

  /** Whether a table is another than it was: keys that change places between equal rows leave it as it is. */
  async isOther({ table }: Shape): Promise<boolean> {
    const [{ other }] = await this.source.query(
      `select exists (table ${table} except all table kept.${table.replace('.', '_')}) as other`,
    );
    return other;
  }

  async behind(statement: string): Promise<string[]> {
    return this.source.transaction(async (manager) => {
      await manager.query('set local session_replication_role = replica');
      const rows: unknown = await manager.query(statement);
      return Array.isArray(rows) ? (rows as { key: string }[]).map(({ key }) => key) : [];
    });
  }

  async restore(): Promise<void> {
    for (const table of [...this.shapes.map((shape) => shape.table), ...OWN]) {
      await this.behind(`delete from ${table}`);
      await this.behind(`insert into ${table} overriding system value select * from kept.${table.replace('.', '_')}`);
    }
  }
}

const OWN = [
  'ledger.entry',
  'ledger.chain_head',
  'ledger.row_change',
  'ledger.leaf',
  'ledger.checkpoint',
  'ledger.timestamp_token',
];
