import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@fubako/platform/database';

export interface Amount {
  readonly objects: number;
  readonly bytes: number;
}

/** 図表: what the store holds. Every call is part of the caller's unit of work. No file names: they may be secret. */
@Injectable()
export class FigureRows {
  constructor(private readonly uow: UnitOfWork) {}

  total(): Promise<Amount> {
    return this.uow.one<Amount>(sql`
      select count(*)::int as objects, coalesce(sum(bytes), 0)::bigint as bytes from scans.stored_object`);
  }

  byKind(): Promise<(Amount & { readonly kind: string })[]> {
    return this.uow.rows(sql`
      select k.kind, count(*)::int as objects, sum(k.bytes)::bigint as bytes
      from (select o.bytes, case
          when not exists (select from scans.upload u where u.sha256 = o.sha256)
            and exists (select from scans.rendition r where r.object_sha256 = o.sha256 and r.source_sha256 <> o.sha256) then 'rendition'
          when o.media_type = 'application/pdf' then 'pdf'
          when o.media_type like 'image/%' then 'image'
          when o.media_type like 'text/%' then 'text'
          when o.media_type = 'message/rfc822' then 'mail'
          else 'office' end as kind
        from scans.stored_object o) k
      group by k.kind order by bytes desc, k.kind`);
  }

  /** Growth: what came in, by month in Japan, latest first. */
  byMonth(limit: number): Promise<(Amount & { readonly month: string })[]> {
    return this.uow.rows(sql`
      select to_char(created_at at time zone 'Asia/Tokyo', 'YYYY-MM') as month, count(*)::int as objects, sum(bytes)::bigint as bytes
      from scans.stored_object group by 1 order by 1 desc limit ${limit}`);
  }

  largest(limit: number): Promise<{ sha256: string; bytes: number; mediaType: string; createdAt: Date }[]> {
    return this.uow.rows(sql`
      select encode(sha256, 'hex') as sha256, bytes, media_type as "mediaType", created_at as "createdAt"
      from scans.stored_object order by bytes desc, sha256 limit ${limit}`);
  }

  /** Lawfully removed, and not yet gone from the store. */
  owed(): Promise<Amount> {
    return this.uow.one<Amount>(sql`
      select count(*)::int as objects, coalesce(sum(bytes), 0)::bigint as bytes from scans.removed_object r
      where state in ('owed', 'removing') and not exists (select from scans.stored_object o where o.sha256 = r.sha256)`);
  }

  async oldestVerification(): Promise<Date | null> {
    const { at } = await this.uow.one<{ at: Date | null }>(sql`select min(verified_at) as at from scans.stored_object`);
    return at;
  }
}
