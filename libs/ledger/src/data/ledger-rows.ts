import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type ChainHead, GENESIS, type LedgerEntry } from '../core/chain';
import type { StoredEntry } from '../core/verify-chain';

export interface SubjectKey {
  readonly kind: string;
  readonly id: string;
}

export const keyOf = ({ kind, id }: SubjectKey): string => `${kind}/${id}`;

@Injectable()
export class LedgerRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Locks the chains in one order for all writers, so that two units never wait for each other in a ring. */
  async lockHeads(subjects: readonly SubjectKey[]): Promise<Map<string, ChainHead>> {
    const heads = await this.lockPresent(subjects);
    const missing = subjects.filter((subject) => !heads.has(keyOf(subject)));
    if (missing.length === 0) return heads;
    await this.uow.change(sql`
      insert into ledger.chain_head (subject_kind, subject_id, seq, hash)
      select kind, id, 0, ${GENESIS.hash}
      from unnest(${missing.map(({ kind }) => kind)}::text[], ${missing.map(({ id }) => id)}::text[]) as s(kind, id) order by kind, id
      on conflict do nothing`);
    return new Map([...heads, ...(await this.lockPresent(missing))]);
  }

  /** Names the running unit in entries and in lines of rows. Its transaction must have written or locked something. */
  async unit(): Promise<string> {
    const { unit } = await this.uow.one<{ unit: string }>(sql`select ledger.unit() as unit`);
    return unit;
  }

  async forget(owners: readonly string[]): Promise<void> {
    await this.uow.change(sql`select ledger.forget(${owners}::text[])`);
  }

  closeUnit(actor: string): void {
    this.uow.send(sql`select ledger.close_unit(${actor})`);
  }

  private async lockPresent(subjects: readonly SubjectKey[]): Promise<Map<string, ChainHead>> {
    const kinds = subjects.map(({ kind }) => kind);
    const ids = subjects.map(({ id }) => id);
    const rows = await this.uow.rows<{ kind: string; id: string; seq: number; hash: Buffer }>(sql`
      select h.subject_kind as kind, h.subject_id as id, h.seq, h.hash
      from ledger.chain_head h
      join unnest(${kinds}::text[], ${ids}::text[]) as s(kind, id) on h.subject_kind = s.kind and h.subject_id = s.id
      order by h.subject_kind, h.subject_id for update of h`);
    return new Map(rows.map((row) => [keyOf(row), { seq: row.seq, hash: row.hash }]));
  }

  /** Appends entries and moves the heads of their chains behind them. */
  append(entries: readonly LedgerEntry[], heads: readonly (SubjectKey & ChainHead)[]): void {
    this.uow.send(
      sql`
      with written as (
        insert into ledger.entry (subject_kind, subject_id, seq, at, kind, actor, canonical, prev_hash, hash, unit)
        select * from unnest(
          ${entries.map((e) => e.subject.kind)}::text[], ${entries.map((e) => e.subject.id)}::text[], ${entries.map((e) => e.seq)}::int[],
          ${entries.map((e) => e.at.toISOString())}::timestamptz[], ${entries.map((e) => e.kind)}::text[], ${entries.map((e) => e.actor)}::text[],
          ${entries.map((e) => e.canonical)}::bytea[], ${entries.map((e) => e.prevHash)}::bytea[], ${entries.map((e) => e.hash)}::bytea[],
          ${entries.map((e) => e.unit)}::text[]))
      update ledger.chain_head h set seq = n.seq, hash = n.hash
      from unnest(${heads.map((h) => h.kind)}::text[], ${heads.map((h) => h.id)}::text[], ${heads.map((h) => h.seq)}::int[], ${heads.map((h) => h.hash)}::bytea[])
        as n(kind, id, seq, hash)
      where h.subject_kind = n.kind and h.subject_id = n.id`,
    );
  }

  async lastAt(): Promise<Date | null> {
    const row = await this.uow.maybe<{ at: Date }>(sql`select at from ledger.entry order by id desc limit 1`);
    return row?.at ?? null;
  }

  /** When a witness last took what it was given; before the first did, when the ledger began. Null: nothing was ever recorded. */
  async lastWitnessed(): Promise<Date | null> {
    const { at } = await this.uow.one<{ at: Date | null }>(sql`
      select coalesce((select max(taken_at) from ledger.witness where failing_since is null or taken_at < failing_since),
                      (select at from ledger.entry where kind <> 'ledger.rows-bound' order by id limit 1)) as at`);
    return at;
  }

  /** The next `limit` subjects after `after` that have entries or a head: either may have been removed. */
  async subjectsAfter(after: SubjectKey | null, limit: number): Promise<SubjectKey[]> {
    const position = sql`(${after?.kind ?? ''}, ${after?.id ?? ''})`;
    return this.uow.rows<SubjectKey>(sql`
      (select distinct subject_kind as kind, subject_id as id from ledger.entry
       where (subject_kind, subject_id) > ${position} order by 1, 2 limit ${limit})
      union
      (select subject_kind, subject_id from ledger.chain_head
       where (subject_kind, subject_id) > ${position} order by 1, 2 limit ${limit})
      order by 1, 2 limit ${limit}`);
  }

  /** Entries of these subjects, in the order of their chains. */
  entriesOf(subjects: readonly SubjectKey[]): Promise<StoredEntry[]> {
    return this.uow.rows<StoredEntry>(sql`
      select e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.seq,
             to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.kind, e.actor, e.canonical, e.prev_hash as "prevHash", e.hash, e.unit
      from unnest(${subjects.map((s) => s.kind)}::text[], ${subjects.map((s) => s.id)}::text[]) as s(kind, id)
      join ledger.entry e on e.subject_kind = s.kind and e.subject_id = s.id
      order by e.subject_kind, e.subject_id, e.seq`);
  }

  /** Heads of these subjects as they are stored. */
  async headsOf(subjects: readonly SubjectKey[]): Promise<Map<string, ChainHead>> {
    const rows = await this.uow.rows<SubjectKey & ChainHead>(sql`
      select h.subject_kind as kind, h.subject_id as id, h.seq, h.hash
      from unnest(${subjects.map((s) => s.kind)}::text[], ${subjects.map((s) => s.id)}::text[]) as s(kind, id)
      join ledger.chain_head h on h.subject_kind = s.kind and h.subject_id = s.id`);
    return new Map(rows.map((row) => [keyOf(row), { seq: row.seq, hash: row.hash }]));
  }
}
