import { Injectable } from '@nestjs/common';
import type { Sha256Hex } from '@fubako/kernel';
import { sql, UnitOfWork } from '@fubako/platform/database';

const GROUNDS = 'orphan: it came in and was never registered';

/** 到着: content on its way into custody. The row is also the lock between newcomers and the sweep. */
@Injectable()
export class ArrivalRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Waits for a sweep of the same content. */
  async note({ sha256, bytes }: { sha256: Sha256Hex; bytes: number }, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into scans.arrival as a (sha256, bytes, arrived_at) values (decode(${sha256}, 'hex'), ${bytes}, ${at})
      on conflict (sha256) do update set arrived_at = greatest(a.arrived_at, excluded.arrived_at)`);
  }

  /** It is registered. Waits for a sweep of the same content. */
  async settle(sha256: Sha256Hex): Promise<void> {
    await this.uow.change(sql`delete from scans.arrival where sha256 = decode(${sha256}, 'hex')`);
  }

  /** Turns arrivals from before `cutoff` that nobody registered into owed removals. @returns their hashes */
  async giveUp(cutoff: Date, limit: number, at: Date): Promise<Sha256Hex[]> {
    const old = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      select encode(sha256, 'hex') as sha256 from scans.arrival where arrived_at < ${cutoff}
      order by arrived_at limit ${limit} for update skip locked`);
    const sha256s = old.map(({ sha256 }) => sha256);
    // A statement of its own: it sees what was registered while the rows were being waited for.
    const orphans = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      insert into scans.removed_object as r (sha256, bytes, grounds, removed_at)
      select a.sha256, a.bytes, ${GROUNDS}, ${at} from scans.arrival a
      where a.sha256 in (select decode(h, 'hex') from unnest(${sha256s}::text[]) as h)
        and not exists (select from scans.stored_object o where o.sha256 = a.sha256)
      on conflict (sha256) do update set state = 'owed', gone_at = null, grounds = excluded.grounds, removed_at = excluded.removed_at
        where r.state in ('gone', 'returned')
      returning encode(sha256, 'hex') as sha256`);
    await this.uow.change(sql`
      delete from scans.arrival where sha256 in (select decode(h, 'hex') from unnest(${sha256s}::text[]) as h)`);
    return orphans.map(({ sha256 }) => sha256);
  }
}
