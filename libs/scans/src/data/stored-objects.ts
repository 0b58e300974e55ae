import { Injectable } from '@nestjs/common';
import type { Sha256Hex } from '@fubako/kernel';
import { sql, UnitOfWork } from '@fubako/platform/database';
import type { Fingerprint } from '@fubako/platform/object-store';
import { ArrivalRows } from './arrival-rows';
import { RemovalRows } from './removal-rows';

/** Content in custody, with everything needed to check it on its way out. */
export interface StoredObject extends Fingerprint {
  readonly mediaType: string;
  readonly pages: number | null;
  /** What could act by itself, as the inspection names it. */
  readonly activeContent: readonly string[];
}

interface StoredObjectRow {
  readonly sha256: Sha256Hex;
  readonly bytes: number;
  readonly chunk_hashes: Buffer;
  readonly media_type: string;
  readonly pages: number | null;
  readonly active_content: readonly string[];
}

@Injectable()
export class StoredObjects {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly removals: RemovalRows,
    private readonly arrivals: ArrivalRows,
  ) {}

  async find(sha256: string): Promise<StoredObject | null> {
    const row = await this.uow.maybe<StoredObjectRow>(sql`
      select encode(sha256, 'hex') as sha256, bytes, chunk_hashes, media_type, pages, active_content
      from scans.stored_object where sha256 = decode(${sha256}, 'hex')`);
    return row && storedObject(row);
  }

  /** Up to `limit` objects behind `after` in the order of their hashes. */
  async page(after: string, limit: number): Promise<StoredObject[]> {
    const rows = await this.uow.rows<StoredObjectRow>(sql`
      select encode(sha256, 'hex') as sha256, bytes, chunk_hashes, media_type, pages, active_content
      from scans.stored_object where sha256 > decode(${after}, 'hex') order by sha256 limit ${limit}`);
    return rows.map(storedObject);
  }

  /** Not verified since `due` and not known to be damaged, the longest unverified first. */
  async longestUnverified(due: Date, limit: number, skip: number): Promise<StoredObject[]> {
    const rows = await this.uow.rows<StoredObjectRow>(sql`
      select encode(sha256, 'hex') as sha256, bytes, chunk_hashes, media_type, pages, active_content from scans.stored_object o
      where verified_at < ${due} and not exists (
        select from scans.object_finding f where f.sha256 = o.sha256 and f.settled_at is null)
      order by verified_at, sha256 limit ${limit} offset ${skip}`);
    return rows.map(storedObject);
  }

  /** Known to be damaged, behind `after` in the order of their hashes. */
  async damaged(after: string, limit: number): Promise<StoredObject[]> {
    const rows = await this.uow.rows<StoredObjectRow>(sql`
      select encode(sha256, 'hex') as sha256, bytes, chunk_hashes, media_type, pages, active_content from scans.stored_object o
      where sha256 > decode(${after}, 'hex') and exists (
        select from scans.object_finding f where f.sha256 = o.sha256 and f.settled_at is null)
      order by sha256 limit ${limit}`);
    return rows.map(storedObject);
  }

  /** Which of these hashes have a row. */
  async known(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ sha256: string }>(sql`
      select encode(sha256, 'hex') as sha256 from scans.stored_object
      where sha256 in (select decode(h, 'hex') from unnest(${sha256s}::text[]) as h)`);
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /**
   * Equal content is one row; only call it for content that custody has admitted. Waits for whoever is removing the same.
   * @param since when its way into custody began
   * @returns false when its bytes may have been removed since: then nothing of the unit may stay
   */
  async keep(object: StoredObject, at: Date, since: Date): Promise<boolean> {
    await this.arrivals.settle(object.sha256);
    await this.uow.change(sql`
      insert into scans.stored_object (sha256, bytes, media_type, chunk_hashes, pages, active_content, created_at, verified_at)
      values (decode(${object.sha256}, 'hex'), ${object.bytes}, ${object.mediaType}, ${object.chunkHashes}, ${object.pages},
              ${object.activeContent}::text[], ${at}, ${at})
      on conflict (sha256) do update set verified_at = excluded.verified_at`);
    return this.removals.readmit(object.sha256, since);
  }

  async markVerified(sha256s: readonly string[], at: Date): Promise<void> {
    await this.uow.change(sql`
      update scans.stored_object set verified_at = ${at}
      where sha256 in (select decode(h, 'hex') from unnest(${sha256s}::text[]) as h)`);
  }
}

function storedObject(row: StoredObjectRow): StoredObject {
  return {
    sha256: row.sha256,
    bytes: row.bytes,
    chunkHashes: row.chunk_hashes,
    mediaType: row.media_type,
    pages: row.pages,
    activeContent: row.active_content,
  };
}
