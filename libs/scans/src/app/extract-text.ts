import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody } from '@fubako/platform/object-store';
import { EventBus } from '@fubako/platform/outbox';
import { ChildFailed } from '../children/child-process';
import { inWorkFolder, layDown } from '../children/work-folder';
import type { TextSource } from '../children/extract-text.child';
import { OFFICE_KINDS, PLAIN_SOURCES } from '../children/text-sources';
import type { RenditionRow } from '../data/rendition-rows';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import { type TextOutcome, TextRows } from '../data/text-rows';
import { textExtracted } from '../events';
import { PagesWithText } from './pages-with-text';

/** Finds the text of an original, once for each content (SCN-11). */
@Injectable()
export class ExtractText {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly custody: Custody,
    private readonly pages: PagesWithText,
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
    const plain = PLAIN_SOURCES.get(source.mediaType);
    if (plain) return this.pagesOf(source, plain);
    if (rendition.object !== null) {
      const pdf = await this.uow.read(() => this.objects.find(rendition.object ?? ''));
      return pdf ? this.pagesOf(pdf, 'pdf') : { state: 'failed', detail: 'the PDF is not registered' };
    }
    const kind = OFFICE_KINDS.get(source.mediaType);
    if (kind) return this.pagesOf(source, kind);
    return { state: rendition.rendition === 'failed' ? 'failed' : 'none', detail: rendition.detail ?? 'no PDF' };
  }

  private async pagesOf(object: StoredObject, from: TextSource): Promise<TextOutcome> {
    try {
      return await inWorkFolder(async (folder) => {
        const path = await layDown(folder, 'content', await this.custody.openVerified(object));
        return this.pages.of({ from, path, folder });
      });
    } catch (error) {
      if (error instanceof ChildFailed) return { state: 'failed', detail: `reading: ${error.fault}` };
      throw error;
    }
  }
}
