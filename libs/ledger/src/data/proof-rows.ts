import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** Something that does not hold, by table, key and column. */
export interface Fault {
  readonly table: string;
  readonly key: string;
  readonly column: string;
}

export interface SealedLine {
  readonly position: number;
  readonly hash: Buffer;
  /** What the leaf must be the hash of; null when its entry or line is gone. */
  readonly bytes: Buffer | null;
  readonly table: string;
  readonly key: string;
}

export interface KeptCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

const NAMED = sql`
  case when e.id is not null then 'ledger.entry' when c.id is not null then c.table_name else 'ledger.leaf' end as table,
  case when e.id is not null then e.subject_kind || '/' || e.subject_id || ' entry ' || e.seq
       when c.id is not null then c.key else 'position ' || l.position end as key`;

@Injectable()
export class ProofRows {
  constructor(private readonly uow: UnitOfWork) {}

  async protectedTables(): Promise<string[]> {
    const rows = await this.uow.rows<{ name: string }>(
      sql`select distinct table_name as name from ledger.shape order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  async copyLines(table: string): Promise<string[]> {
    const rows = await this.uow.rows<{ line: string }>(sql`select line from ledger.copy_lines(${table}) line`);
    return rows.map(({ line }) => line);
  }

  brokenRows(table: string): Promise<Fault[]> {
    return this.uow.rows<Fault>(
      sql`select ${table} as table, b.key, b.col as column from ledger.broken_rows(${table}) b`,
    );
  }

  /** Lines whose unit has no entry: somebody changed rows without an act. */
  withoutAct(): Promise<Fault[]> {
    return this.uow.rows<Fault>(sql`
      select c.table_name as table, c.key, 'unit' as column from ledger.row_change c
      where not exists (select from ledger.entry e where e.unit = c.unit) order by c.id`);
  }

  /** What was sealed later than the rest of its unit: hung on to an old act. */
  sealedApart(): Promise<Fault[]> {
    return this.uow.rows<Fault>(sql`
      with sealed as (select l.position, coalesce(e.unit, c.unit) as unit from ledger.leaf l
                      left join ledger.entry e on e.id = l.entry_id left join ledger.row_change c on c.id = l.change_id),
           units as (select unit, min(position) as first, max(position) as last from sealed where unit is not null group by unit)
      select 'ledger.leaf' as table, 'position ' || u.last as key, 'unit' as column from units u
      where exists (select from ledger.checkpoint p where p.size > u.first and p.size <= u.last)`);
  }

  /** What the sealer should have had long before its last checkpoint. */
  unsealed(): Promise<Fault[]> {
    return this.uow.rows<Fault>(sql`
      with late as (select (extract(epoch from max(at) - interval '15 minutes') * 1000000)::bigint as moment, max(at) as at from ledger.checkpoint)
      select 'ledger.entry' as table, e.subject_kind || '/' || e.subject_id || ' entry ' || e.seq as key, 'leaf' as column
      from ledger.entry e, late where not exists (select from ledger.leaf l where l.entry_id = e.id)
        and case when e.unit is null then e.at < late.at else split_part(e.unit, '-', 2)::bigint < late.moment end
      union all
      select c.table_name, c.key, 'leaf' from ledger.row_change c, late where not exists (select from ledger.leaf l where l.change_id = c.id)
        and split_part(c.unit, '-', 2)::bigint < late.moment`);
  }

  leavesFrom(position: number, limit: number): Promise<SealedLine[]> {
    return this.uow.rows<SealedLine>(sql`
      select l.position::int as position, l.hash, case when c.id is null then e.canonical else ledger.change_bytes(c, s) end as bytes, ${NAMED}
      from ledger.leaf l left join ledger.entry e on e.id = l.entry_id
      left join ledger.row_change c on c.id = l.change_id left join ledger.shape s on s.id = c.shape
      where l.position >= ${position} order by l.position limit ${limit}`);
  }

  checkpoints(): Promise<KeptCheckpoint[]> {
    return this.uow.rows<KeptCheckpoint>(
      sql`select size::int as size, root, note from ledger.checkpoint order by size`,
    );
  }
}
