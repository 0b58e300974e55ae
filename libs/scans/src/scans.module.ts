import { Module } from '@nestjs/common';
import { OpenSessionsModule } from '@fubako/identity';
import { LedgerModule } from '@fubako/ledger';
import { CheckFixity } from './app/check-fixity';
import { CopyStore } from './app/copy-store';
import { CorrectedTexts } from './app/corrected-texts';
import { CustodyDesk } from './app/custody-desk';
import { VirusScanner } from './app/virus-scanner';
import { ScanWaiting } from './app/scan-waiting';
import { RegisterUpload } from './app/register-upload';
import { HoldBack } from './app/hold-back';
import { ContentGate } from './app/content-gate';
import { DigestObject } from './app/digest-object';
import { Downloads } from './app/downloads';
import { EndSending } from './app/end-sending';
import { ExtractText } from './app/extract-text';
import { LockObjects } from './app/lock-objects';
import { MakeRendition } from './app/make-rendition';
import { MakeThumbnails } from './app/make-thumbnails';
import { NoteDamage } from './app/note-damage';
import { Objects } from './app/objects';
import { PageTexts } from './app/page-texts';
import { Quota } from './app/quota';
import { PagesWithText } from './app/pages-with-text';
import { ReceivePiece } from './app/receive-piece';
import { ReceiveUpload } from './app/receive-upload';
import { ReleaseObjects } from './app/release-objects';
import { RemoveReleased } from './app/remove-released';
import { RefuseWaiting } from './app/refuse-waiting';
import { Renditions } from './app/renditions';
import { Sendings } from './app/sendings';
import { SplitBatch } from './app/split-batch';
import { StoreFigures } from './app/store-figures';
import { SweepLeftovers } from './app/sweep-leftovers';
import { SweepQuarantine } from './app/sweep-quarantine';
import { SweepSendings } from './app/sweep-sendings';
import { Thumbnails } from './app/thumbnails';
import { Uploads } from './app/uploads';
import { VerifyObjects } from './app/verify-objects';
import { Inspector } from './children/inspector';
import { PdfMaker } from './children/pdf-maker';
import { PdfNeutraliser } from './children/pdf-neutraliser';
import { Recogniser } from './children/recogniser';
import { TextReader } from './children/text-reader';
import { ArrivalRows } from './data/arrival-rows';
import { CorrectionRows } from './data/correction-rows';
import { DownloadRows } from './data/download-rows';
import { FigureRows } from './data/figure-rows';
import { FindingRows } from './data/finding-rows';
import { LockRows } from './data/lock-rows';
import { RemovalRows } from './data/removal-rows';
import { RenditionRows } from './data/rendition-rows';
import { SendingRows } from './data/sending-rows';
import { StoredObjects } from './data/stored-objects';
import { TextRows } from './data/text-rows';
import { ThumbnailRows } from './data/thumbnail-rows';
import { UploadRows } from './data/upload-rows';
import { ScanDuties } from './jobs/scan-duties';
import { ScanRetry } from './jobs/scan-retry';
import { StoreDuties } from './jobs/store-duties';
import { ThumbnailDuty } from './jobs/thumbnail-duty';
import { AtOnce } from './http/at-once';
import { SendOriginal } from './http/send-original';
import { SendingsController } from './http/sendings.controller';
import { StoreController } from './http/store.controller';
import { UploadsController } from './http/uploads.controller';

@Module({
  imports: [LedgerModule, OpenSessionsModule],
  controllers: [SendingsController, StoreController, UploadsController],
  providers: [
    ArrivalRows,
    AtOnce,
    CheckFixity,
    CopyStore,
    CorrectedTexts,
    CorrectionRows,
    CustodyDesk,
    VirusScanner,
    ScanWaiting,
    RegisterUpload,
    HoldBack,
    ContentGate,
    DigestObject,
    DownloadRows,
    Downloads,
    EndSending,
    ExtractText,
    FigureRows,
    FindingRows,
    Inspector,
    LockObjects,
    LockRows,
    MakeRendition,
    MakeThumbnails,
    NoteDamage,
    Objects,
    PageTexts,
    PagesWithText,
    PdfMaker,
    PdfNeutraliser,
    Quota,
    ReceivePiece,
    ReceiveUpload,
    Recogniser,
    RefuseWaiting,
    ReleaseObjects,
    RemovalRows,
    RemoveReleased,
    RenditionRows,
    Renditions,
    ScanDuties,
    ScanRetry,
    SendOriginal,
    SendingRows,
    Sendings,
    SplitBatch,
    StoreDuties,
    StoreFigures,
    StoredObjects,
    SweepLeftovers,
    SweepQuarantine,
    SweepSendings,
    TextReader,
    TextRows,
    ThumbnailDuty,
    ThumbnailRows,
    Thumbnails,
    UploadRows,
    Uploads,
    VerifyObjects,
  ],
  exports: [
    CopyStore,
    CorrectedTexts,
    Downloads,
    Objects,
    PageTexts,
    ReceiveUpload,
    ReleaseObjects,
    RemoveReleased,
    Renditions,
    SendOriginal,
    SplitBatch,
    Thumbnails,
    Uploads,
    VerifyObjects,
  ],
})
export class ScansModule {}
