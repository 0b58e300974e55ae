import { Injectable } from '@nestjs/common';
import type { Sha256Hex } from '@fubako/kernel';
import { sql, UnitOfWork } from '@fubako/platform/database';
import type { LockDrift } from '../core/lock-drift';

export interface LockRow {
  readonly sha256: Sha256Hex;
  readonly retainUntil: Date;
}

/** 錠 of stored objects. Every call is part of the caller's unit of work. */
@Injectable()
export class LockRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Originals that documents carry and that are not locked, or not for long enough. */
  async due(renewBefore: Date, limit: number): Promise<Sha256Hex[]> {
    const rows = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      select encode(o.sha256, 'hex') as sha256 from scans.stored_object o left join scans.object_lock l using (sha256)
      where (l.sha256 is null or l.retain_until < ${renewBefore})
        and exists (select from scans.rendition r where r.source_sha256 = o.sha256)
      order by o.sha256 limit ${limit}`);
    return rows.map(({ sha256 }) => sha256);
  }

  /** Those whose lock was not asked for since this instant, oldest first. */
  longUnchecked(before: Date, limit: number): Promise<LockRow[]> {
    return this.uow.rows<LockRow>(sql`
      select encode(sha256, 'hex') as sha256, retain_until as "retainUntil" from scans.object_lock
      where checked_at < ${before} order by checked_at limit ${limit}`);
  }

  /** False when the object is not in custody any more. */
  async keep({ sha256, retainUntil }: LockRow, at: Date): Promise<boolean> {
    const kept = await this.uow.change(sql`
      insert into scans.object_lock as l (sha256, retain_until, checked_at)
      select o.sha256, ${retainUntil}, ${at} from scans.stored_object o where o.sha256 = decode(${sha256}, 'hex')
      on conflict (sha256) do update set retain_until = greatest(l.retain_until, excluded.retain_until), checked_at = excluded.checked_at`);
    return kept === 1;
  }

  async checked(sha256: Sha256Hex, drift: LockDrift | null, at: Date): Promise<void> {
    await this.uow.change(sql`
      update scans.object_lock set checked_at = ${at}, drift = ${drift}, drifted_at = ${drift === null ? null : at}
      where sha256 = decode(${sha256}, 'hex')`);
  }
}
