import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Slots } from '../children/slots';
import { type RenditionRow, RenditionRows } from '../data/rendition-rows';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import { ExtractText } from './extract-text';
import { MakeRendition } from './make-rendition';
import { MakeThumbnails } from './make-thumbnails';

/** Heavy work runs two at a time in a process (reliability 4.9). */
const AT_ONCE = 2;

interface Due {
  readonly source: StoredObject;
  readonly row: RenditionRow;
}

/**
 * Everything that follows from taking content into a document: its rendition,
 * the small pictures of its pages, then its text. Safe to run again: what is
 * settled stays, so a second run does nothing.
 */
@Injectable()
export class DigestObject {
  private readonly slots = new Slots(AT_ONCE);

  constructor(
    private readonly uow: UnitOfWork,
    private readonly objects: StoredObjects,
    private readonly rows: RenditionRows,
    private readonly makeRendition: MakeRendition,
    private readonly makeThumbnails: MakeThumbnails,
    private readonly extractText: ExtractText,
  ) {}

  run(sha256: string): Promise<void> {
    return this.slots.run(async () => {
      const due = await this.find(sha256);
      if (due?.row.rendition === 'pending') await this.makeRendition.run(due.source);
      const after = await this.find(sha256);
      if (after) await this.picture(after);
      if (after?.row.text === 'pending') await this.extractText.run(after.source, after.row);
    });
  }

  private async picture({ source, row: { object, thumbnails } }: Due): Promise<void> {
    if (object === null || thumbnails !== null) return;
    const pdf = await this.uow.read(() => this.objects.find(object));
    if (pdf) await this.makeThumbnails.run(source.sha256, pdf);
  }

  private find(sha256: string): Promise<Due | null> {
    return this.uow.read(async () => {
      const source = await this.objects.find(sha256);
      const [row] = await this.rows.of([sha256]);
      return source && row ? { source, row } : null;
    });
  }
}
