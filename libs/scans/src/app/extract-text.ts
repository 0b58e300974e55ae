import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody } from '@fubako/platform/object-store';
import { EventBus } from '@fubako/platform/outbox';
import { ChildFailed } from '../children/child-process';
import { TextReader } from '../children/text-reader';
import { inWorkFolder, layDown } from '../children/work-folder';
import { familyOf } from '../core/file-types';
import { storablePages } from '../core/page-texts';
import type { RenditionRow } from '../data/rendition-rows';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import { type TextOutcome, TextRows } from '../data/text-rows';
import { textExtracted } from '../events';

/** Finds the text of an original, once for each content (SCN-11). */
@Injectable()
export class ExtractText {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly custody: Custody,
    private readonly reader: TextReader,
    private readonly objects: StoredObjects,
    private readonly rows: TextRows,
    private readonly bus: EventBus,
  ) {}

  /** @param rendition as it is after its making */
  async run(source: StoredObject, rendition: RenditionRow): Promise<void> {
    const outcome = await this.read(source, rendition);
    await this.uow.run(async () => {
      const settled = await this.rows.settle(source.sha256, outcome, await this.uow.now());
      if (settled) await this.bus.publish(textExtracted, source.sha256, { sha256: source.sha256 });
    });
  }

  private async read(source: StoredObject, rendition: RenditionRow): Promise<TextOutcome> {
    const family = familyOf(source.mediaType);
    if (source.mediaType === 'message/rfc822') return { state: 'none', detail: 'mail is not read yet' };
    if (family === 'text') return this.pagesOf(source, 'text');
    if (family === 'image') return { state: 'none', detail: 'images are not recognised yet' };
    if (rendition.object === null)
      return { state: rendition.rendition === 'failed' ? 'failed' : 'none', detail: rendition.detail ?? 'no PDF' };
    const pdf = await this.uow.read(() => this.objects.find(rendition.object ?? ''));
    return pdf ? this.pagesOf(pdf, 'pdf') : { state: 'failed', detail: 'the PDF is not registered' };
  }

  private async pagesOf(object: StoredObject, from: 'pdf' | 'text'): Promise<TextOutcome> {
    const raw = await this.rawPages(object, from);
    if (raw === null) return { state: 'failed', detail: 'reading: the text could not be read' };
    const pages = storablePages(raw);
    if (pages.length === 0) return { state: 'none', detail: 'no text on any page' };
    return { state: 'ready', engine: from === 'pdf' ? 'pdfium' : 'plain', pages };
  }

  private async rawPages(object: StoredObject, from: 'pdf' | 'text'): Promise<readonly string[] | null> {
    try {
      return await inWorkFolder(async (folder) => {
        const path = await layDown(folder, 'content', await this.custody.openVerified(object));
        return this.reader.read(path, from, folder);
      });
    } catch (error) {
      if (error instanceof ChildFailed) return null;
      throw error;
    }
  }
}
