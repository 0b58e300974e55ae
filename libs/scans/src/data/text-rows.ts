import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@fubako/platform/database';

export interface PageText {
  /** From 1. */
  readonly page: number;
  readonly text: string;
}

/** How the reading of a text ended. */
export type TextOutcome =
  | { readonly state: 'ready'; readonly engine: string; readonly pages: readonly PageText[] }
  | { readonly state: 'none' | 'failed'; readonly detail: string };

@Injectable()
export class TextRows {
  constructor(private readonly uow: UnitOfWork) {}

  async of(sha256s: readonly string[]): Promise<ReadonlyMap<string, readonly PageText[]>> {
    const rows = await this.uow.rows<{ sha256: string; page: number; text: string }>(sql`
      select encode(source_sha256, 'hex') as sha256, page, text from scans.page_text
      where source_sha256 in (select decode(h, 'hex') from unnest(${sha256s}::text[]) as h) order by source_sha256, page`);
    const pages = new Map<string, PageText[]>();
    for (const { sha256, page, text } of rows) pages.set(sha256, [...(pages.get(sha256) ?? []), { page, text }]);
    return pages;
  }

  /** False when it was settled before: the first result stays. */
  async settle(sha256: string, outcome: TextOutcome, at: Date): Promise<boolean> {
    const engine = outcome.state === 'ready' ? outcome.engine : null;
    const detail = outcome.state === 'ready' ? null : outcome.detail;
    const changed = await this.uow.change(sql`
      update scans.text_state set state = ${outcome.state}, engine = ${engine}, detail = ${detail}, updated_at = ${at}
      where source_sha256 = decode(${sha256}, 'hex') and state = 'pending'`);
    if (changed === 1 && outcome.state === 'ready') await this.insertPages(sha256, outcome.engine, outcome.pages);
    return changed === 1;
  }

  private async insertPages(sha256: string, engine: string, pages: readonly PageText[]): Promise<void> {
    await this.uow.change(sql`
      insert into scans.page_text (source_sha256, page, text, engine)
      select decode(${sha256}, 'hex'), p.page, p.text, ${engine}
      from unnest(${pages.map(({ page }) => page)}::int[], ${pages.map(({ text }) => text)}::text[]) as p(page, text)`);
  }
}
