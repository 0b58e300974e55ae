import { Injectable } from '@nestjs/common';
import type { Sha256Hex } from '@fubako/kernel';
import { sql, UnitOfWork } from '@fubako/platform/database';
import { NOT_INSTALLED } from '../core/recognised-page';
import { OFFICE_ENGINE } from './text-rows';

export type RenditionState = 'pending' | 'ready' | 'unsupported' | 'failed';
export type TextState = 'pending' | 'ready' | 'none' | 'failed';

export interface RenditionRow {
  readonly source: Sha256Hex;
  readonly rendition: RenditionState;
  readonly object: Sha256Hex | null;
  readonly detail: string | null;
  readonly text: TextState;
  readonly pages: number | null;
  /** How many pages have a small picture; null before anybody has tried. */
  readonly thumbnails: number | null;
  /** What could act by itself in the original. */
  readonly active: readonly string[];
}

/** How the making of a rendition ended. */
export type RenditionOutcome =
  | { readonly state: 'ready'; readonly object: string }
  | { readonly state: 'unsupported' | 'failed'; readonly detail: string };

@Injectable()
export class RenditionRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Makes rendition and text due; what could not be made before gets another chance, what is made stays. */
  async makeDue(sha256: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into scans.rendition as r (source_sha256, kind, state, updated_at) values (decode(${sha256}, 'hex'), 'pdf', 'pending', ${at})
      on conflict (source_sha256, kind) do update set state = 'pending', detail = null, updated_at = excluded.updated_at
      where r.state in ('unsupported', 'failed')`);
    await this.uow.change(sql`
      delete from scans.rendition where source_sha256 = decode(${sha256}, 'hex') and kind = 'thumbnails' and state = 'failed'`);
    await this.uow.change(sql`
      insert into scans.text_state as t (source_sha256, state, updated_at) values (decode(${sha256}, 'hex'), 'pending', ${at})
      on conflict (source_sha256) do update set state = 'pending', engine = null, detail = null, updated_at = excluded.updated_at
      where t.state = 'failed' or (t.state = 'none' and t.detail = ${NOT_INSTALLED}) or ((t.state = 'none' or t.engine = ${OFFICE_ENGINE}) and exists (
        select from scans.rendition r where r.source_sha256 = t.source_sha256 and r.kind = 'pdf' and r.state = 'pending'))`);
  }

  of(sha256s: readonly string[]): Promise<RenditionRow[]> {
    return this.uow.rows<RenditionRow>(sql`
      select encode(r.source_sha256, 'hex') as source, r.state as rendition, encode(r.object_sha256, 'hex') as object, r.detail,
             coalesce(t.state, 'pending') as text, coalesce(o.pages, d.pages) as pages,
             o.active_content as active, case when s.source_sha256 is not null then coalesce(cardinality(s.ends), 0) end as thumbnails
      from scans.rendition r
      join scans.stored_object o on o.sha256 = r.source_sha256
      left join scans.stored_object d on d.sha256 = r.object_sha256
      left join scans.rendition s on s.source_sha256 = r.source_sha256 and s.kind = 'thumbnails'
      left join scans.text_state t on t.source_sha256 = r.source_sha256
      where r.kind = 'pdf' and r.source_sha256 in (select decode(h, 'hex') from unnest(${sha256s}::text[]) as h)`);
  }

  /** False when it was settled before: the first result stays. */
  async settle(sha256: string, outcome: RenditionOutcome, at: Date): Promise<boolean> {
    const object = outcome.state === 'ready' ? outcome.object : null;
    const detail = outcome.state === 'ready' ? null : outcome.detail;
    const changed = await this.uow.change(sql`
      update scans.rendition set state = ${outcome.state}, object_sha256 = decode(${object}::text, 'hex'), detail = ${detail}, updated_at = ${at}
      where source_sha256 = decode(${sha256}, 'hex') and kind = 'pdf' and state = 'pending'`);
    return changed === 1;
  }
}
