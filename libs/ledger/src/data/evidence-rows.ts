import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { SubjectKey } from './ledger-rows';

/** An entry in the tree. */
export interface SealedEntry {
  readonly position: number;
  readonly canonical: Buffer;
}

/** The last line about a row, with the texts that its digest is made of. */
export interface SealedRow {
  readonly position: number;
  readonly table: string;
  readonly key: string;
  readonly unit: string;
  readonly op: string;
  readonly owner: string | null;
  readonly keyColumns: readonly string[];
  readonly columns: readonly string[];
  readonly forms: readonly string[];
  readonly values: readonly (string | null)[];
  readonly salt: string;
  readonly digest: string;
  readonly tags: string;
}

/** Reads of what is sealed. Every call is part of the caller's unit of work. */
@Injectable()
export class EvidenceRows {
  constructor(private readonly uow: UnitOfWork) {}

  entries({ kind, id }: SubjectKey, size: number): Promise<SealedEntry[]> {
    return this.uow.rows<SealedEntry>(sql`
      select l.position::int as position, e.canonical from ledger.entry e join ledger.leaf l on l.entry_id = e.id
      where e.subject_kind = ${kind} and e.subject_id = ${id} and l.position < ${size} order by e.seq`);
  }

  /** How many entries of a subject wait for the sealer. */
  async unsealed({ kind, id }: SubjectKey, size: number): Promise<number> {
    const { count } = await this.uow.one<{ count: number }>(sql`
      select count(*)::int as count from ledger.entry e
      where e.subject_kind = ${kind} and e.subject_id = ${id}
        and not exists (select from ledger.leaf l where l.entry_id = e.id and l.position < ${size})`);
    return count;
  }

  rows(table: string, owner: string, size: number): Promise<SealedRow[]> {
    return this.uow.rows<SealedRow>(sql`
      select l.position::int as position, c.table_name as "table", c.key, c.unit, c.op, c.owner, s.key_columns as "keyColumns", s.columns, s.forms,
        t.texts as "values", encode(c.salt, 'hex') as salt, encode(c.digest, 'hex') as digest, encode(c.tags, 'hex') as tags
      from ledger.texts_of(${table}, ${owner}) t
      join lateral (select * from ledger.row_change r where r.table_name = ${table} and r.key = t.key order by r.id desc limit 1) c on c.salt is not null
      join ledger.shape s on s.id = c.shape
      join ledger.leaf l on l.change_id = c.id and l.position < ${size} order by l.position`);
  }

  /** Roots of whole subtrees of 256 leaves, in their order. */
  async subtrees(): Promise<Buffer[]> {
    const rows = await this.uow.rows<{ hash: Buffer }>(sql`select hash from ledger.subtree order by place`);
    return rows.map(({ hash }) => hash);
  }
}
