import { Injectable } from '@nestjs/common';
import { newId, type Sha256Hex } from '@fubako/kernel';
import { sql, UnitOfWork } from '@fubako/platform/database';
import type { FaultyObject, StorePlace } from '@fubako/platform/object-store';

/** What came upon the damage. */
export type FoundBy = 'reading' | 'keeping' | 'schedule' | 'verification';

export interface Finding extends FaultyObject {
  readonly id: string;
  readonly foundBy: FoundBy;
  readonly foundAt: Date;
  readonly settledAt: Date | null;
}

/** 異状 of stored objects. Every call is part of the caller's unit of work. */
@Injectable()
export class FindingRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns the id of a new finding; null when it was open before */
  async open({ sha256, place, fault }: FaultyObject, by: FoundBy, at: Date): Promise<string | null> {
    const id = newId<string>();
    const kept = await this.uow.one<{ id: string }>(sql`
      insert into scans.object_finding as f (id, sha256, place, fault, found_by, found_at, last_seen_at)
      values (${id}, decode(${sha256}, 'hex'), ${place}, ${fault}, ${by}, ${at}, ${at})
      on conflict (sha256, place) where settled_at is null
      do update set fault = excluded.fault, last_seen_at = greatest(f.last_seen_at, excluded.last_seen_at)
      returning f.id`);
    return kept.id === id ? id : null;
  }

  /** These were found sound at this place. @returns the hashes of findings that are settled by that */
  async settle(sha256s: readonly string[], place: StorePlace, at: Date): Promise<Sha256Hex[]> {
    const rows = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      update scans.object_finding set settled_at = ${at}
      where settled_at is null and place = ${place}
        and sha256 in (select decode(h, 'hex') from unnest(${sha256s}::text[]) as h)
      returning encode(sha256, 'hex') as sha256`);
    return rows.map(({ sha256 }) => sha256);
  }

  /** Open ones first, then the latest. */
  async latest(limit: number): Promise<Finding[]> {
    return this.uow.rows<Finding>(sql`
      select id, encode(sha256, 'hex') as sha256, place, fault, found_by as "foundBy", found_at as "foundAt", settled_at as "settledAt"
      from scans.object_finding order by settled_at is not null, found_at desc limit ${limit}`);
  }

  async openOnes(): Promise<number> {
    const { n } = await this.uow.one<{ n: number }>(
      sql`select count(*)::int as n from scans.object_finding where settled_at is null`,
    );
    return n;
  }
}
