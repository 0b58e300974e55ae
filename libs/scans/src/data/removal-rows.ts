import { Injectable } from '@nestjs/common';
import type { Sha256Hex } from '@fubako/kernel';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** An upload that nobody took is theirs to take for a day; after that it keeps nothing alive. */
const UNTAKEN_HOURS = 24;

export type RemovalState = 'owed' | 'removing' | 'gone' | 'returned';

/** 消去 of content. Every call is part of the caller's unit of work. */
@Injectable()
export class RemovalRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Locks these objects and the renditions made of them, in one order for all. @returns the hashes there are */
  async lock(sha256s: readonly string[]): Promise<Sha256Hex[]> {
    const rows = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      select encode(o.sha256, 'hex') as sha256 from scans.stored_object o
      where o.sha256 in (${hashes(sha256s)}) or o.sha256 in (
        select r.object_sha256 from scans.rendition r where r.source_sha256 in (${hashes(sha256s)}))
      order by o.sha256 for update`);
    return rows.map(({ sha256 }) => sha256);
  }

  /** Those that something outside refers to, or an upload that somebody may still take. */
  async alive(sha256s: readonly string[], at: Date): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ sha256: string }>(sql`
      select encode(r, 'hex') as sha256 from scans.referred_from_outside((select array_agg(h) from (${hashes(sha256s)}) as c(h))) r
      union
      select encode(u.sha256, 'hex') from scans.upload u
      where u.sha256 in (${hashes(sha256s)}) and u.used_at is null
        and u.created_at > ${at}::timestamptz - make_interval(hours => ${UNTAKEN_HOURS})`);
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /** The renditions of others that are, or are made of, one of these. */
  async shared(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ sha256: string }>(sql`
      select distinct encode(r.object_sha256, 'hex') as sha256 from scans.rendition r
      where r.object_sha256 in (${hashes(sha256s)}) and r.source_sha256 not in (${hashes(sha256s)})`);
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /** Removes everything that is known of these objects, and notes that their bytes are to go. Nobody sees a matter that carries them: the office does it. */
  async remove(sha256s: readonly string[], grounds: string, at: Date): Promise<void> {
    await this.uow.change(asOffice(sql`delete from scans.page_correction where source_sha256 in (${hashes(sha256s)})`));
    await this.uow.change(asOffice(sql`delete from scans.page_text where source_sha256 in (${hashes(sha256s)})`));
    await this.uow.change(sql`delete from scans.text_state where source_sha256 in (${hashes(sha256s)})`);
    await this.uow.change(sql`delete from scans.rendition where source_sha256 in (${hashes(sha256s)})`);
    await this.uow.change(sql`
      update scans.object_finding set settled_at = ${at} where settled_at is null and sha256 in (${hashes(sha256s)})`);
    await this.uow.change(sql`delete from scans.upload where sha256 in (${hashes(sha256s)})`);
    await this.uow.change(sql`
      insert into scans.removed_object as r (sha256, bytes, grounds, removed_at)
      select o.sha256, o.bytes, ${grounds}, ${at} from scans.stored_object o where o.sha256 in (${hashes(sha256s)})
      on conflict (sha256) do update set state = 'owed', gone_at = null, grounds = excluded.grounds, removed_at = excluded.removed_at`);
    await this.uow.change(sql`delete from scans.stored_object where sha256 in (${hashes(sha256s)})`);
  }

  /** Marks those whose bytes may go now: removed, and not in custody again. @returns them */
  async begin(sha256s: readonly string[]): Promise<Sha256Hex[]> {
    const rows = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      update scans.removed_object r set state = 'removing'
      where r.sha256 in (${hashes(sha256s)}) and r.state in ('owed', 'removing')
        and not exists (select from scans.stored_object o where o.sha256 = r.sha256)
      returning encode(r.sha256, 'hex') as sha256`);
    return rows.map(({ sha256 }) => sha256);
  }

  /** Those of these that are owed and not in custody again. */
  async released(sha256s: readonly string[]): Promise<Sha256Hex[]> {
    const rows = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      select encode(r.sha256, 'hex') as sha256 from scans.removed_object r
      where r.sha256 in (${hashes(sha256s)}) and r.state in ('owed', 'removing')
        and not exists (select from scans.stored_object o where o.sha256 = r.sha256)`);
    return rows.map(({ sha256 }) => sha256);
  }

  async allOwed(limit: number): Promise<Sha256Hex[]> {
    const rows = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      select encode(r.sha256, 'hex') as sha256 from scans.removed_object r
      where r.state in ('owed', 'removing') and not exists (select from scans.stored_object o where o.sha256 = r.sha256)
      order by r.removed_at limit ${limit}`);
    return rows.map(({ sha256 }) => sha256);
  }

  async finish(sha256s: readonly string[], at: Date): Promise<void> {
    await this.uow.change(sql`
      update scans.removed_object set state = 'gone', gone_at = ${at}
      where sha256 in (${hashes(sha256s)}) and state = 'removing'`);
  }

  /**
   * The same content comes in anew. What the store still has is kept; whether it has, is only uncertain while it is being
   * removed, or when it was removed after the newcomer had been found there.
   * @returns false when it is uncertain
   */
  async readmit(sha256: string, since: Date): Promise<boolean> {
    const row = await this.uow.maybe<{ state: RemovalState; goneAt: Date | null }>(sql`
      select state, gone_at as "goneAt" from scans.removed_object where sha256 = decode(${sha256}, 'hex') for update`);
    if (row === null || row.state === 'returned') return true;
    if (row.state === 'removing' || (row.goneAt !== null && row.goneAt >= since)) return false;
    await this.uow.change(
      sql`update scans.removed_object set state = 'returned', gone_at = null where sha256 = decode(${sha256}, 'hex')`,
    );
    return true;
  }

  /** Removed content whose bytes the store may still have. */
  async owed(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ sha256: string }>(sql`
      select encode(sha256, 'hex') as sha256 from scans.removed_object
      where sha256 in (${hashes(sha256s)}) and state in ('owed', 'removing')`);
    return new Set(rows.map(({ sha256 }) => sha256));
  }
}

function hashes(sha256s: readonly string[]): Sql {
  return sql`select decode(h, 'hex') from unnest(${sha256s}::text[]) as h`;
}
