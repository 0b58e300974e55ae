import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody } from '@fubako/platform/object-store';
import { EventBus } from '@fubako/platform/outbox';
import { ChildFailed } from '../children/child-process';
import { inWorkFolder, layDown } from '../children/work-folder';
import { familyOf } from '../core/file-types';
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
    if (source.mediaType === 'message/rfc822') return { state: 'none', detail: 'mail is not read yet' };
    if (familyOf(source.mediaType) === 'text') return this.pagesOf(source, 'text');
    if (rendition.object === null)
      return { state: rendition.rendition === 'failed' ? 'failed' : 'none', detail: rendition.detail ?? 'no PDF' };
    const pdf = await this.uow.read(() => this.objects.find(rendition.object ?? ''));
    return pdf ? this.pagesOf(pdf, 'pdf') : { state: 'failed', detail: 'the PDF is not registered' };
  }

  private async pagesOf(object: StoredObject, from: 'pdf' | 'text'): Promise<TextOutcome> {
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
