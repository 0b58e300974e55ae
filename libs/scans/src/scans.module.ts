import { Injectable, Module } from '@nestjs/common';
import { LedgerModule } from '@fubako/ledger';
import { defineJob, JobRegistry } from '@fubako/platform/jobs';
import { EventBus } from '@fubako/platform/outbox';
import { z } from 'zod';
import { DigestObject } from './app/digest-object';
import { ExtractText } from './app/extract-text';
import { MakeRendition } from './app/make-rendition';
import { NoteDamage } from './app/note-damage';
import { Objects } from './app/objects';
import { PageTexts } from './app/page-texts';
import { ReceiveUpload } from './app/receive-upload';
import { ReleaseObjects } from './app/release-objects';
import { RemoveReleased } from './app/remove-released';
import { Renditions } from './app/renditions';
import { SweepQuarantine } from './app/sweep-quarantine';
import { Uploads } from './app/uploads';
import { VerifyObjects } from './app/verify-objects';
import { Inspector } from './children/inspector';
import { PdfMaker } from './children/pdf-maker';
import { TextReader } from './children/text-reader';
import { FindingRows } from './data/finding-rows';
import { RemovalRows } from './data/removal-rows';
import { RenditionRows } from './data/rendition-rows';
import { StoredObjects } from './data/stored-objects';
import { TextRows } from './data/text-rows';
import { UploadRows } from './data/upload-rows';
import { objectsReleased, uploadTaken } from './events';
import { UploadsController } from './http/uploads.controller';

const HOUR_MS = 60 * 60 * 1000;
const sweepQuarantine = defineJob({ name: 'scans.sweep-quarantine', payload: z.object({}) });

/** What the worker owes to scans. */
@Injectable()
class ScanDuties {
  constructor(bus: EventBus, jobs: JobRegistry, digest: DigestObject, sweep: SweepQuarantine, removal: RemoveReleased) {
    bus.later(objectsReleased, 'scans.remove-released', async ({ payload }, delivery) => {
      await removal.run(payload.sha256s);
      await delivery.complete(() => Promise.resolve());
    });
    bus.later(uploadTaken, { name: 'scans.digest', heavy: true }, async ({ payload }, delivery) => {
      await digest.run(payload.sha256);
      // Every result commits by itself and a repetition finds it settled: nothing is left to do with the tick.
      await delivery.complete(() => Promise.resolve());
    });
    jobs.handle(sweepQuarantine, async () => {
      await sweep.run();
    });
    jobs.schedule({ name: 'scans.sweep-quarantine', job: sweepQuarantine, payload: {}, when: { everyMs: HOUR_MS } });
  }
}

@Module({
  imports: [LedgerModule],
  controllers: [UploadsController],
  providers: [
    DigestObject,
    ExtractText,
    FindingRows,
    Inspector,
    MakeRendition,
    NoteDamage,
    Objects,
    PageTexts,
    PdfMaker,
    ReceiveUpload,
    ReleaseObjects,
    RemovalRows,
    RemoveReleased,
    RenditionRows,
    Renditions,
    ScanDuties,
    StoredObjects,
    SweepQuarantine,
    TextReader,
    TextRows,
    UploadRows,
    Uploads,
    VerifyObjects,
  ],
  exports: [Objects, PageTexts, ReceiveUpload, ReleaseObjects, RemoveReleased, Renditions, Uploads, VerifyObjects],
})
export class ScansModule {}
