import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { type MadePdf, PdfMaker } from '../children/pdf-maker';
import { inWorkFolder } from '../children/work-folder';
import { RenditionRows } from '../data/rendition-rows';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import { renditionReady } from '../events';
import { type Admitted, CustodyDesk } from './custody-desk';

const PDF = 'application/pdf';
/** A made PDF may be larger than its source, but not without bounds. */
const MAX_MADE_BYTES = 1024 ** 3;

type MadeRendition = { readonly object: Admitted; readonly pages: number } | Extract<MadePdf, { detail: string }>;

/** Makes the PDF for the viewer, once for each content (SCN-10). */
@Injectable()
export class MakeRendition {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly custody: CustodyDesk,
    private readonly maker: PdfMaker,
    private readonly objects: StoredObjects,
    private readonly rows: RenditionRows,
    private readonly bus: EventBus,
  ) {}

  async run(source: StoredObject): Promise<void> {
    const since = await this.uow.read(() => this.uow.now());
    const own = { object: { ...source, since }, pages: source.pages ?? 1 };
    const made = await this.make(source);
    await this.settle(source, made === 'own' ? own : made);
  }

  /** `own`: the original is a PDF, and there is nothing in it that could act. */
  private make(source: StoredObject): Promise<MadeRendition | 'own'> {
    return inWorkFolder(async (folder) => {
      const made = await this.maker.make({
        mediaType: source.mediaType,
        activeContent: source.activeContent,
        open: () => this.custody.openVerified(source),
        folder,
      });
      if (made.state === 'own') return 'own';
      return made.state === 'ready' ? { object: await this.keep(made.path), pages: made.pages } : made;
    });
  }

  private async keep(path: string): Promise<Admitted> {
    const { size } = await stat(path);
    return this.custody.admit(
      await this.custody.deposit(createReadStream(path), { maxBytes: MAX_MADE_BYTES, expectedBytes: size }),
    );
  }

  private settle({ sha256 }: StoredObject, made: MadeRendition): Promise<void> {
    return this.uow.run(async () => {
      const at = await this.uow.now();
      if ('detail' in made) {
        await this.rows.settle(sha256, made, at);
        return;
      }
      const { since, ...kept } = made.object;
      const object = { ...kept, mediaType: PDF, pages: made.pages, activeContent: [] };
      if (!(await this.objects.keep(object, at, since)))
        throw new Error(`Rendition ${object.sha256} is being removed.`);
      const settled = await this.rows.settle(sha256, { state: 'ready', object: made.object.sha256 }, at);
      if (settled) await this.bus.publish(renditionReady, sha256, { sha256 });
    });
  }
}
