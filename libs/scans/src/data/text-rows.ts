import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@fubako/platform/database';
import type { RecognisedPage } from '../core/recognised-page';

/** Words read out of the XML of an office file: pages as LibreOffice prints them are better, and come instead. */
export const OFFICE_ENGINE = 'office-xml';

export interface PageText {
  /** From 1. */
  readonly page: number;
  readonly text: string;
}

/** A page with where its text is from. */
export interface ReadPage extends PageText {
  /** With its version, where the reading depends on it. */
  readonly engine: string;
  /** What recognition says of itself; null for text that the file carries. */
  readonly recognised: Pick<RecognisedPage, 'confidence' | 'words'> | null;
}

/** How the reading of a text ended. */
export type TextOutcome =
  | { readonly state: 'ready'; readonly pages: readonly ReadPage[] }
  | { readonly state: 'none' | 'failed'; readonly detail: string };

@Injectable()
export class TextRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** As it was corrected last, where somebody did. */
  async of(sha256s: readonly string[]): Promise<ReadonlyMap<string, readonly PageText[]>> {
    const rows = await this.uow.rows<{ sha256: string; page: number; text: string }>(sql`
      select encode(p.source_sha256, 'hex') as sha256, p.page, coalesce(c.text, p.text) as text from scans.page_text p
      left join lateral (
        select c.text from scans.page_correction c where c.source_sha256 = p.source_sha256 and c.page = p.page
        order by c.version desc limit 1) c on true
      where p.source_sha256 in (select decode(h, 'hex') from unnest(${sha256s}::text[]) as h) order by p.source_sha256, p.page`);
    const pages = new Map<string, PageText[]>();
    for (const { sha256, page, text } of rows) pages.set(sha256, [...(pages.get(sha256) ?? []), { page, text }]);
    return pages;
  }

  /** False when it was settled before: the first result stays. */
  async settle(sha256: string, outcome: TextOutcome, at: Date): Promise<boolean> {
    const engine = outcome.state === 'ready' ? [...new Set(outcome.pages.map((page) => page.engine))].join(', ') : null;
    const detail = outcome.state === 'ready' ? null : outcome.detail;
    const changed = await this.uow.change(sql`
      update scans.text_state set state = ${outcome.state}, engine = ${engine}, detail = ${detail}, updated_at = ${at}
      where source_sha256 = decode(${sha256}, 'hex') and state = 'pending'`);
    if (changed === 1)
      await this.uow.change(sql`delete from scans.page_text where source_sha256 = decode(${sha256}, 'hex')`);
    if (changed === 1 && outcome.state === 'ready') await this.insertPages(sha256, outcome.pages);
    return changed === 1;
  }

  /** What was recognised on a page; null for pages with text of their own, or none. */
  async recognised(sha256: string, page: number): Promise<Pick<RecognisedPage, 'confidence' | 'words'> | null> {
    return this.uow.maybe(sql`
      select confidence, words from scans.page_text
      where source_sha256 = decode(${sha256}, 'hex') and page = ${page}::numeric and words is not null`);
  }

  private async insertPages(sha256: string, pages: readonly ReadPage[]): Promise<void> {
    const rows = pages.map(({ page, text, engine, recognised }) => ({ page, text, engine, ...recognised }));
    await this.uow.change(sql`
      insert into scans.page_text (source_sha256, page, text, engine, confidence, words)
      select decode(${sha256}, 'hex'), p.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as p(page int, text text, engine text, confidence real, words jsonb)`);
  }
}
