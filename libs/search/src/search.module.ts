import { Module } from '@nestjs/common';
import { ApprovalsModule } from '@fubako/approvals';
import { DocumentsModule } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { ScansModule } from '@fubako/scans';
import { DocumentsSource } from './app/documents-source';
import { FindTitles } from './app/find-titles';
import { IndexDocument } from './app/index-document';
import { KeepIndex } from './app/keep-index';
import { NoteChanges } from './app/note-changes';
import { OpenTitle } from './app/open-title';
import { Reindex } from './app/reindex';
import { SavedSearches } from './app/saved-searches';
import { SearchArchive } from './app/search-archive';
import { SearchableSource } from './app/searchable-source';
import { Snippets } from './app/snippets';
import { Subscribe } from './app/subscribe';
import { TellMatches } from './app/tell-matches';
import { ArchiveRows } from './data/archive-rows';
import { IndexRows } from './data/index-rows';
import { OpeningRows } from './data/opening-rows';
import { SavedSearchRows } from './data/saved-search-rows';
import { SubscriptionRows } from './data/subscription-rows';
import { TitleRows } from './data/title-rows';
import { OpeningsController } from './http/openings.controller';
import { SavedSearchesController } from './http/saved-searches.controller';
import { SearchController } from './http/search.controller';
import { TitlesController } from './http/titles.controller';
import { WatchSearches } from './jobs/watch-searches';

@Module({
  imports: [ApprovalsModule, DocumentsModule, LedgerModule, OrganisationModule, ScansModule],
  controllers: [OpeningsController, SavedSearchesController, SearchController, TitlesController],
  providers: [
    ArchiveRows,
    IndexRows,
    OpeningRows,
    SavedSearchRows,
    SubscriptionRows,
    TitleRows,
    FindTitles,
    NoteChanges,
    OpenTitle,
    SavedSearches,
    Subscribe,
    TellMatches,
    WatchSearches,
    IndexDocument,
    KeepIndex,
    Reindex,
    SearchArchive,
    Snippets,
    { provide: SearchableSource, useClass: DocumentsSource },
  ],
  exports: [IndexDocument, Reindex, SearchArchive],
})
export class SearchModule {}
