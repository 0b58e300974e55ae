import { Injectable } from '@nestjs/common';
import type { TextSource } from '../children/extract-text.child';
import { Recogniser, type ScannedPdf } from '../children/recogniser';
import { TextReader } from '../children/text-reader';
import { NOT_INSTALLED } from '../core/recognised-page';
import { storablePages, storableText } from '../core/page-texts';
import { OFFICE_ENGINE, type ReadPage, type TextOutcome } from '../data/text-rows';

interface LaidDownFile extends ScannedPdf {
  readonly from: TextSource;
}

/** The pages of a file with their text: what the file carries, and what recognition finds on the others (SCN-20). */
@Injectable()
export class PagesWithText {
  constructor(
    private readonly reader: TextReader,
    private readonly recogniser: Recogniser,
  ) {}

  /** @throws ChildFailed */
  async of(file: LaidDownFile): Promise<TextOutcome> {
    const raw = await this.reader.read(file.path, file.from, file.folder);
    if (raw === null) return { state: 'failed', detail: 'reading: the text could not be read' };
    const engine = engineOf(file.from);
    const carried = storablePages(raw).map((page): ReadPage => ({ ...page, engine, recognised: null }));
    const known = new Set(carried.map(({ page }) => page));
    const blank = raw.map((_, index) => index + 1).filter((page) => !known.has(page));
    const { pages, missing } = file.from === 'pdf' && blank.length > 0 ? await this.recognise(file, blank) : NOTHING;
    const all = [...carried, ...pages].toSorted((a, b) => a.page - b.page);
    if (all.length > 0) return { state: 'ready', pages: all };
    return { state: 'none', detail: missing ?? 'no text on any page' };
  }

  private async recognise(file: LaidDownFile, blank: readonly number[]): Promise<typeof NOTHING> {
    const engine = await this.recogniser.engine(file.folder);
    if (!engine) return { pages: [], missing: NOT_INSTALLED };
    const found = await this.recogniser.read(engine, file, blank);
    const pages = [...found].map(([page, { text, ...recognised }]) => ({
      page,
      text: storableText(text),
      engine: engine.name,
      recognised,
    }));
    return { pages: pages.filter(({ text }) => text !== ''), missing: null };
  }
}

const NOTHING: { readonly pages: readonly ReadPage[]; readonly missing: string | null } = { pages: [], missing: null };

function engineOf(from: TextSource): string {
  if (from === 'pdf') return 'pdfium';
  if (from === 'mail') return 'mail';
  return from === 'text' ? 'plain' : OFFICE_ENGINE;
}
