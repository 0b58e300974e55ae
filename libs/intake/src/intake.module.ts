import { Module } from '@nestjs/common';
import { DocumentsModule } from '@fubako/documents';
import { EmergencyMattersModule } from '@fubako/identity';
import { LedgerModule } from '@fubako/ledger';
import { NotificationsModule } from '@fubako/notifications';
import { OrganisationModule, PackageSections } from '@fubako/organisation';
import { ScansModule } from '@fubako/scans';
import { SearchModule } from '@fubako/search';
import { ArrangeReceiptAttachments } from './app/arrange-receipt-attachments';
import { AskReaders } from './app/ask-readers';
import { CirculationDesk } from './app/circulation-desk';
import { CirculationNews } from './app/circulation-news';
import { CirculationSubjects } from './app/circulation-subjects';
import { CirculationTexts } from './app/circulation-texts';
import { CirculationViews } from './app/circulation-views';
import { CirculationsOf } from './app/circulations-of';
import { CollectIntakeNews } from './app/collect-news';
import { DraftFromReceipt } from './app/draft-from-receipt';
import { EmergencyReceipts } from './app/emergency-receipts';
import { EnterReceipt } from './app/enter-receipt';
import { EnterScannedFile } from './app/enter-scanned-file';
import { EndReceipt } from './app/end-receipt';
import { Endings } from './app/endings';
import { FollowReplies } from './app/follow-replies';
import { AcceptReceipt, CorrectReceipt, ReceiveReceipt } from './app/handle-receipt';
import { DescribeIntake } from './app/intake-choices';
import { InviteAudience } from './app/invite-audience';
import { ListCirculations } from './app/list-circulations';
import { KeepReceiptFiles } from './app/keep-receipt-files';
import { ListOnlineApplications } from './app/list-online-applications';
import { ListReceipts } from './app/list-receipts';
import { ListScanArrivals } from './app/list-scan-arrivals';
import { LookIntoInlets } from './app/look-into-inlets';
import { MarkReading } from './app/mark-reading';
import { ReceiptContents } from './app/receipt-contents';
import { ReceiptDesk } from './app/receipt-desk';
import { ReceiptDoor } from './app/receipt-door';
import { ReceiptFiles } from './app/receipt-files';
import { ReceiptText } from './app/receipt-text';
import { ReceiptLedger } from './app/receipt-ledger';
import { ReceiptNews } from './app/receipt-news';
import { ReceiptReferencesOf } from './app/receipt-references';
import { ReceiptViews } from './app/receipt-views';
import { ReceiptsInArchive } from './app/receipts-in-archive';
import { Receiving } from './app/receiving';
import { NewReceipts } from './app/new-receipts';
import { RegisterReceipt } from './app/register-receipt';
import { RerouteReceipt } from './app/reroute-receipt';
import { RoutingTrail } from './app/routing-trail';
import { ResolveReaders } from './app/resolve-readers';
import { ScannedLetters } from './app/scanned-letters';
import { Sections } from './app/sections';
import { StartCirculation } from './app/start-circulation';
import { AddReaders, StopCirculation } from './app/steer-circulation';
import { TakeOnlineApplication } from './app/take-online-application';
import { TakeScannedFile } from './app/take-scanned-file';
import { UndoEnding } from './app/undo-ending';
import { ArchivedReceiptRows } from './data/archived-receipt-rows';
import { CirculationRows } from './data/circulation-rows';
import { ConcernedRows } from './data/concerned-rows';
import { EndingRows } from './data/ending-rows';
import { OnlineApplicationRows } from './data/online-application-rows';
import { ReceiptAttachmentRows } from './data/receipt-attachment-rows';
import { ReceiptKindRows } from './data/receipt-kind-rows';
import { ReceiptRows } from './data/receipt-rows';
import { ScanArrivalRows } from './data/scan-arrival-rows';
import { CirculationsController } from './http/circulations.controller';
import { DocumentIntakeController } from './http/document-intake.controller';
import { OnlineApplicationsController } from './http/online-applications.controller';
import { ReceiptActsController } from './http/receipt-acts.controller';
import { ReceiptEndingsController } from './http/receipt-endings.controller';
import { ReceiptFilesController } from './http/receipt-files.controller';
import { ReceiptTextController } from './http/receipt-text.controller';
import { ReceiptsController } from './http/receipts.controller';
import { ScanArrivalsController } from './http/scan-arrivals.controller';
import { WatchInlets } from './jobs/watch-inlets';
import { IntakeSections } from './package/intake-sections';

const rows = [
  ArchivedReceiptRows,
  CirculationRows,
  ConcernedRows,
  EndingRows,
  OnlineApplicationRows,
  ReceiptAttachmentRows,
  ReceiptKindRows,
  ReceiptRows,
  ScanArrivalRows,
];
const desks = [
  CirculationDesk,
  CirculationSubjects,
  ReceiptContents,
  ReceiptDesk,
  ReceiptDoor,
  ResolveReaders,
  Sections,
];
const acts = [
  AcceptReceipt,
  AddReaders,
  ArrangeReceiptAttachments,
  CorrectReceipt,
  DraftFromReceipt,
  EndReceipt,
  MarkReading,
  ReceiveReceipt,
  RegisterReceipt,
  RerouteReceipt,
  StartCirculation,
  StopCirculation,
  TakeOnlineApplication,
  TakeScannedFile,
  UndoEnding,
];
const parts = [
  AskReaders,
  Endings,
  EnterReceipt,
  EnterScannedFile,
  InviteAudience,
  KeepReceiptFiles,
  NewReceipts,
  Receiving,
  RoutingTrail,
  ScannedLetters,
];
const news = [CirculationNews, CollectIntakeNews, FollowReplies, ReceiptNews];
/** What the archive search asks, and who opens receipts in an emergency. */
const archive = [CirculationTexts, EmergencyReceipts, ReceiptsInArchive];
/** What the worker does by the clock. */
const byClock = [LookIntoInlets, WatchInlets];
const reads = [
  CirculationViews,
  CirculationsOf,
  DescribeIntake,
  ListCirculations,
  ListOnlineApplications,
  ListReceipts,
  ListScanArrivals,
  ReceiptFiles,
  ReceiptText,
  ReceiptLedger,
  ReceiptReferencesOf,
  ReceiptViews,
];

/** 収受・供覧 */
@Module({
  imports: [
    DocumentsModule,
    EmergencyMattersModule,
    LedgerModule,
    NotificationsModule,
    OrganisationModule,
    ScansModule,
    SearchModule,
  ],
  controllers: [
    CirculationsController,
    DocumentIntakeController,
    OnlineApplicationsController,
    ReceiptActsController,
    ReceiptEndingsController,
    ReceiptFilesController,
    ReceiptTextController,
    ReceiptsController,
    ScanArrivalsController,
  ],
  providers: [...rows, ...desks, ...acts, ...parts, ...news, ...archive, ...reads, ...byClock, IntakeSections],
  exports: [...acts, IntakeSections, LookIntoInlets],
})
export class IntakeModule {
  constructor(packages: PackageSections, sections: IntakeSections) {
    packages.add('intake', sections.all);
  }
}
