import { Injectable } from '@nestjs/common';
import type { Sha256Hex } from '@fubako/kernel';
import { sql, UnitOfWork } from '@fubako/platform/database';

/** How the making of the pictures ended. */
export type ThumbnailOutcome =
  | { readonly state: 'ready'; readonly object: string; readonly ends: readonly number[] }
  | { readonly state: 'failed'; readonly detail: string };

/** The object that holds the picture of a page, and where in it. */
export interface ThumbnailPlace {
  readonly object: Sha256Hex;
  readonly from: number;
  readonly end: number;
}

/** 縮小画像. Every call is part of the caller's unit of work. */
@Injectable()
export class ThumbnailRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null for a page that has none. */
  place(sha256: string, page: number): Promise<ThumbnailPlace | null> {
    return this.uow.maybe<ThumbnailPlace>(sql`
      select encode(r.object_sha256, 'hex') as object, coalesce(r.ends[p.n - 1], 0) as "from", r.ends[p.n] as end
      from scans.rendition r cross join generate_subscripts(r.ends, 1) as p(n)
      where r.source_sha256 = decode(${sha256}, 'hex') and r.kind = 'thumbnails' and p.n = ${page}::numeric`);
  }

  /** The first result stays, unless it was a failure. @returns false when the original is gone, or has its pictures */
  async settle(sha256: string, outcome: ThumbnailOutcome, at: Date): Promise<boolean> {
    const { object, ends, detail } =
      outcome.state === 'ready' ? { ...outcome, detail: null } : { ...outcome, object: null, ends: null };
    const settled = await this.uow.change(sql`
      insert into scans.rendition as r (source_sha256, kind, state, object_sha256, ends, detail, updated_at)
      select o.sha256, 'thumbnails', ${outcome.state}, decode(${object}::text, 'hex'), ${ends}::int[], ${detail}, ${at}
      from scans.stored_object o where o.sha256 = decode(${sha256}, 'hex')
      on conflict (source_sha256, kind) do update set state = excluded.state, object_sha256 = excluded.object_sha256,
        ends = excluded.ends, detail = excluded.detail, updated_at = excluded.updated_at
      where r.state <> 'ready'`);
    return settled === 1;
  }

  /** Originals with a PDF for pages and without a word on their pictures, the latest first. */
  async missing(limit: number): Promise<Sha256Hex[]> {
    const rows = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      select encode(r.source_sha256, 'hex') as sha256 from scans.rendition r
      where r.kind = 'pdf' and r.state = 'ready' and not exists (
        select from scans.rendition t where t.source_sha256 = r.source_sha256 and t.kind = 'thumbnails')
      order by r.updated_at desc limit ${limit}`);
    return rows.map(({ sha256 }) => sha256);
  }
}
