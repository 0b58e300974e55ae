import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { TreeEdge } from '../core/merkle';

const PAGE = 50_000;

export interface StoredCheckpoint {
  readonly size: number;
  readonly at: Date;
  readonly root: Buffer;
  readonly note: string;
}

/** From where the sealer goes on. */
export interface SealingState {
  readonly size: number;
  readonly frontier: readonly Buffer[];
}

interface Bounds {
  readonly entriesFrom: string;
  readonly changesFrom: string;
  readonly entriesTo: string;
  readonly changesTo: string;
  readonly entriesSeen: string;
  readonly changesSeen: string;
  readonly seenBefore: string;
}

@Injectable()
export class LeafRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** One sealer at a time, in its own role where there is one. */
  async takeSeal(): Promise<void> {
    const { may } = await this.uow.one<{ may: boolean }>(sql`
      select exists (select from pg_roles where rolname = 'fubako_sealer' and pg_has_role(current_user, oid, 'member')) as may
      from pg_advisory_xact_lock(${4_711_2030})`);
    if (may) await this.uow.change(sql`set local role fubako_sealer`);
  }

  /** The root of the leaves before `size`, where they were sealed as such. */
  async rootAt(size: number): Promise<Buffer | null> {
    const row = await this.uow.maybe<{ root: Buffer }>(sql`select root from ledger.checkpoint where size = ${size}`);
    return row?.root ?? null;
  }

  async lastState(): Promise<SealingState> {
    const row = await this.uow.maybe<{ size: string; frontier: Buffer[] }>(
      sql`select size, frontier from ledger.checkpoint order by size desc limit 1`,
    );
    return row ? { size: Number(row.size), frontier: row.frontier } : { size: 0, frontier: [] };
  }

  /**
   * Below which every line is a leaf or was rolled back. Numbers are given before the commit, so a bound moves on only with a
   * seal after all transactions have ended that ran when it was noted; on another server (a restored dump) it stays, noted anew.
   */
  bounds(): Promise<Bounds> {
    return this.uow.one<Bounds>(sql`
      with last as (select * from ledger.checkpoint order by size desc limit 1),
           here as (select pg_snapshot_xmin(pg_current_snapshot()) as oldest, pg_snapshot_xmax(pg_current_snapshot()) as next),
           judged as (select l.*, l.seen_before::xid8 <= h.oldest as ended from here h left join last l on true)
      select coalesce(entries_to, 0)::text as "entriesFrom", coalesce(changes_to, 0)::text as "changesFrom",
             case when ended then entries_seen else coalesce(entries_to, 0) end::text as "entriesTo",
             case when ended then changes_seen else coalesce(changes_to, 0) end::text as "changesTo",
             (select coalesce(max(id), 0) from ledger.entry)::text as "entriesSeen",
             (select coalesce(max(id), 0) from ledger.row_change)::text as "changesSeen", (select next from here)::text as "seenBefore"
      from judged`);
  }

  /** Gives every line that has none a place behind `size`: all of one unit at once, because they committed at once. */
  addLeaves(size: number, { entriesFrom, changesFrom }: Bounds): Promise<number> {
    return this.uow.change(sql`
      insert into ledger.leaf (position, entry_id, change_id, hash)
      select ${size} - 1 + row_number() over (order by entry_id, change_id), entry_id, change_id, hash from (
        select e.id as entry_id, null::bigint as change_id, e.hash from ledger.entry e
        where e.id > ${entriesFrom} and not exists (select from ledger.leaf l where l.entry_id = e.id)
        union all
        select null, c.id, sha256('\\x00'::bytea || ledger.change_bytes(c, s))
        from ledger.row_change c join ledger.shape s on s.id = c.shape
        where c.id > ${changesFrom} and not exists (select from ledger.leaf l where l.change_id = c.id)) fresh`);
  }

  /** Brings `edge` up to the last leaf, keeping the roots of subtrees on the way. */
  async follow(edge: TreeEdge): Promise<void> {
    for (;;) {
      const leaves = await this.hashes(edge.size, PAGE);
      const whole: { place: number; hash: Buffer }[] = [];
      for (const leaf of leaves) {
        const hash = edge.add(leaf);
        if (hash) whole.push({ place: edge.size / 256 - 1, hash });
      }
      if (whole.length > 0)
        await this.uow.change(sql`
          insert into ledger.subtree (place, hash)
          select * from unnest(${whole.map(({ place }) => place)}::bigint[], ${whole.map(({ hash }) => hash)}::bytea[])`);
      if (leaves.length < PAGE) return;
    }
  }

  async lastCheckpoint(): Promise<StoredCheckpoint | null> {
    return this.uow.maybe<StoredCheckpoint>(
      sql`select size::int as size, at, root, note from ledger.checkpoint order by ledger.checkpoint.size desc limit 1`,
    );
  }

  async hashes(from: number, limit: number): Promise<Buffer[]> {
    const rows = await this.uow.rows<{ hash: Buffer }>(
      sql`select hash from ledger.leaf where position >= ${from} and position < ${from + limit} order by position`,
    );
    return rows.map(({ hash }) => hash);
  }

  async keep({ size, at, root, note }: StoredCheckpoint, edge: TreeEdge, bounds: Bounds): Promise<void> {
    await this.uow.change(sql`
      insert into ledger.checkpoint (size, at, root, note, frontier, entries_to, changes_to, entries_seen, changes_seen, seen_before)
      values (${size}, ${at}, ${root}, ${note}, ${[...edge.frontier]}::bytea[], ${bounds.entriesTo}, ${bounds.changesTo},
        ${bounds.entriesSeen}, ${bounds.changesSeen}, ${bounds.seenBefore})`);
  }
}
