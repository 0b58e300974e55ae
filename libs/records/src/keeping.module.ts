import { Injectable, Module } from '@nestjs/common';
import { DocumentsModule } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { RenderingModule } from '@fubako/rendering';
import { EventBus } from '@fubako/platform/outbox';
import { ChangeHold } from './app/holds/change-hold';
import { HoldDesk } from './app/holds/hold-desk';
import { HoldHistory } from './app/holds/hold-history';
import { HoldRights } from './app/holds/hold-rights';
import { HoldTargets } from './app/holds/hold-targets';
import { PlaceHold } from './app/holds/place-hold';
import { ReadHolds } from './app/holds/read-holds';
import { ReleaseHold } from './app/holds/release-hold';
import { CloseFile } from './app/keeping/close-file';
import { ContinueFile } from './app/keeping/continue-file';
import { ChangeRetention } from './app/keeping/change-retention';
import { AskForExtension } from './app/keeping/ask-for-extension';
import { CarriedHolds } from './app/keeping/carried-holds';
import { ExtendFiles } from './app/keeping/extend-files';
import { ExtensionRights } from './app/keeping/extension-rights';
import { FileDesk } from './app/keeping/file-desk';
import { KeepingRights } from './app/keeping/keeping-rights';
import { ListAttention } from './app/keeping/list-attention';
import { ListDueFiles } from './app/keeping/list-due-files';
import { ListFindings } from './app/keeping/list-findings';
import { OfferFileActs } from './app/keeping/offer-file-acts';
import { PrintDueFiles } from './app/keeping/print-due-files';
import { ReadExtensions } from './app/keeping/read-extensions';
import { ReadFile } from './app/keeping/read-file';
import { ReadOverview } from './app/keeping/read-overview';
import { RefileDocument } from './app/keeping/refile-document';
import { RemoveFile } from './app/keeping/remove-file';
import { ReviewFile } from './app/keeping/review-file';
import { SetEvent } from './app/keeping/set-event';
import { SplitFile } from './app/keeping/split-file';
import { SweepRecords } from './app/keeping/sweep-records';
import { TargetFiles } from './app/keeping/target-files';
import { HoldDeskRows } from './data/holds/hold-desk-rows';
import { HoldListRows } from './data/holds/hold-list-rows';
import { AttentionRows } from './data/keeping/attention-rows';
import { ContinuingRows } from './data/keeping/continuing-rows';
import { ExtensionBatchRows } from './data/keeping/extension-batch-rows';
import { FileDetailRows } from './data/keeping/file-detail-rows';
import { FindingRows } from './data/keeping/finding-rows';
import { FileListRows } from './data/keeping/file-list-rows';
import { RemovalRows } from './data/keeping/removal-rows';
import { SweepRows } from './data/keeping/sweep-rows';
import { extensionAsked } from './events';
import { HoldsController } from './http/holds/holds.controller';
import { ContinuingFilesController } from './http/keeping/continuing-files.controller';
import { DueListsController } from './http/keeping/due-lists.controller';
import { FindingsController } from './http/keeping/findings.controller';
import { KeepingController } from './http/keeping/keeping.controller';
import { KeptDocumentsController } from './http/keeping/kept-documents.controller';
import { KeptFilesController } from './http/keeping/kept-files.controller';
import { PlanDeskModule } from './plan-desk.module';
import { RecordsModule } from './records.module';

/** What was asked for is worked through by the worker, chunk by chunk. */
@Injectable()
class ExtensionDuty {
  constructor(bus: EventBus, extension: ExtendFiles) {
    bus.later(extensionAsked, { name: 'records.extend-files', heavy: true }, async ({ payload }, delivery) => {
      await extension.run(payload.batchId);
      await delivery.complete(() => Promise.resolve());
    });
  }
}

const rows = [
  AttentionRows,
  ContinuingRows,
  ExtensionBatchRows,
  FileDetailRows,
  FileListRows,
  FindingRows,
  HoldDeskRows,
  HoldListRows,
  RemovalRows,
  SweepRows,
];
const holds = [ChangeHold, HoldDesk, HoldHistory, HoldRights, HoldTargets, PlaceHold, ReadHolds, ReleaseHold];
const dates = [
  CarriedHolds,
  ChangeRetention,
  CloseFile,
  ContinueFile,
  FileDesk,
  RefileDocument,
  RemoveFile,
  ReviewFile,
  SetEvent,
  SplitFile,
  TargetFiles,
];
const extensions = [AskForExtension, ExtendFiles, ExtensionRights, ReadExtensions];

/** 保存: holds, dates and their changes, extension, and the desk of the records office. */
@Module({
  imports: [DocumentsModule, LedgerModule, OrganisationModule, PlanDeskModule, RecordsModule, RenderingModule],
  controllers: [
    DueListsController,
    FindingsController,
    HoldsController,
    KeepingController,
    KeptDocumentsController,
    KeptFilesController,
    ContinuingFilesController,
  ],
  providers: [
    ...rows,
    ...holds,
    ...dates,
    ...extensions,
    ExtensionDuty,
    KeepingRights,
    ListAttention,
    ListDueFiles,
    ListFindings,
    OfferFileActs,
    PrintDueFiles,
    ReadFile,
    ReadOverview,
    SweepRecords,
  ],
  exports: [
    ...holds,
    ...extensions,
    KeepingRights,
    ListDueFiles,
    ListFindings,
    ReadFile,
    ReadOverview,
    RefileDocument,
    SetEvent,
    ChangeRetention,
    SweepRecords,
  ],
})
export class KeepingModule {}
