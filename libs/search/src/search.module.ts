import { Module } from '@nestjs/common';
import { ApprovalsModule } from '@fubako/approvals';
import { DocumentsModule } from '@fubako/documents';
import { ExecutionModule } from '@fubako/execution';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { RecordsModule } from '@fubako/records';
import { ScansModule } from '@fubako/scans';
import { ArchiveHits } from './app/archive-hits';
import { CountArchive } from './app/count-archive';
import { DocumentsSource } from './app/documents-source';
import { EveryHit } from './app/every-hit';
import { Exports } from './app/exports';
import { FindTitles } from './app/find-titles';
import { IndexDocument } from './app/index-document';
import { KeepIndex } from './app/keep-index';
import { MakeExport } from './app/make-export';
import { OpenTitle } from './app/open-title';
import { OrderExport } from './app/order-export';
import { DigestReadings } from './app/readings/digest-readings';
import { FindReadings } from './app/readings/find-readings';
import { ReviewDigests } from './app/readings/review-digests';
import { NoteHits } from './app/note-hits';
import { NameConditions } from './app/name-conditions';
import { Reindex } from './app/reindex';
import { SavedSearches } from './app/saved-searches';
import { SearchArchive } from './app/search-archive';
import { SearchQuestion } from './app/search-question';
import { IndexChanges } from './app/index-changes';
import { SearchSubjects } from './app/search-subjects';
import { SearchableSource } from './app/searchable-source';
import { OrganisationSectionNames, SectionNames } from './app/section-names';
import { Snippets } from './app/snippets';
import { Subscribe } from './app/subscribe';
import { Suggest } from './app/suggest';
import { SubscribersQuestion } from './app/subscribers-question';
import { TellMatches } from './app/tell-matches';
import { ArchiveRows } from './data/archive-rows';
import { WritePackage } from './app/write-package';
import { IndexMake } from './app/index-make';
import { RenewIndex } from './app/renew-index';
import { FileNames, RecordFileNames } from './app/file-names';
import { FindDisposed } from './app/find-disposed';
import { DisposedRows } from './data/disposed-rows';
import { ReadingDigestRows } from './data/reading-digest-rows';
import { ReadingInquiryRows } from './data/reading-inquiry-rows';
import { RenewalRows } from './data/renewal-rows';
import { DisposedController } from './http/disposed.controller';
import { KeepIndexOfThisMake } from './jobs/renew-index';
import { ExportRows } from './data/export-rows';
import { IndexRows } from './data/index-rows';
import { OpeningRows } from './data/opening-rows';
import { SavedSearchRows } from './data/saved-search-rows';
import { SubscriptionRows } from './data/subscription-rows';
import { TitleRows } from './data/title-rows';
import { ExportsController } from './http/exports.controller';
import { OpeningsController } from './http/openings.controller';
import { SavedSearchesController } from './http/saved-searches.controller';
import { WrittenRows } from './data/written-rows';
import { ReadingsController } from './http/readings.controller';
import { SearchController } from './http/search.controller';
import { SuggestionsController } from './http/suggestions.controller';
import { TitlesController } from './http/titles.controller';
import { DigestReadingsWeekly } from './jobs/digest-readings';
import { MakeExports } from './jobs/make-exports';
import { SettleKeys } from './jobs/settle-keys';
import { WatchSearches } from './jobs/watch-searches';

@Module({
  imports: [
    ApprovalsModule,
    DocumentsModule,
    ExecutionModule,
    LedgerModule,
    OrganisationModule,
    RecordsModule,
    ScansModule,
  ],
  controllers: [
    DisposedController,
    ExportsController,
    OpeningsController,
    ReadingsController,
    SavedSearchesController,
    SearchController,
    SuggestionsController,
    TitlesController,
  ],
  providers: [
    ArchiveHits,
    ArchiveRows,
    CountArchive,
    IndexRows,
    OpeningRows,
    SavedSearchRows,
    SubscriptionRows,
    TitleRows,
    EveryHit,
    ExportRows,
    Exports,
    DisposedRows,
    IndexMake,
    FindDisposed,
    FindTitles,
    KeepIndexOfThisMake,
    RenewIndex,
    RenewalRows,
    MakeExport,
    MakeExports,
    OrderExport,
    Suggest,
    WritePackage,
    OpenTitle,
    SavedSearches,
    Subscribe,
    SubscribersQuestion,
    TellMatches,
    WatchSearches,
    SettleKeys,
    IndexDocument,
    KeepIndex,
    NameConditions,
    NoteHits,
    DigestReadings,
    DigestReadingsWeekly,
    FindReadings,
    ReviewDigests,
    ReadingDigestRows,
    ReadingInquiryRows,
    Reindex,
    SearchArchive,
    SearchQuestion,
    Snippets,
    WrittenRows,
    { provide: FileNames, useClass: RecordFileNames },
    { provide: SectionNames, useClass: OrganisationSectionNames },
    DocumentsSource,
    IndexChanges,
    SearchSubjects,
    { provide: SearchableSource, useExisting: SearchSubjects },
  ],
  exports: [IndexChanges, IndexDocument, Reindex, RenewIndex, SearchArchive, SearchSubjects],
})
export class SearchModule {}
