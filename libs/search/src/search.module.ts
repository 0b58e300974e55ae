import { Module } from '@nestjs/common';
import { ApprovalsModule } from '@fubako/approvals';
import { DocumentsModule } from '@fubako/documents';
import { ScansModule } from '@fubako/scans';
import { DocumentsSource } from './app/documents-source';
import { IndexDocument } from './app/index-document';
import { KeepIndex } from './app/keep-index';
import { Reindex } from './app/reindex';
import { SearchArchive } from './app/search-archive';
import { SearchableSource } from './app/searchable-source';
import { Snippets } from './app/snippets';
import { ArchiveRows } from './data/archive-rows';
import { IndexRows } from './data/index-rows';
import { SearchController } from './http/search.controller';

@Module({
  imports: [ApprovalsModule, DocumentsModule, ScansModule],
  controllers: [SearchController],
  providers: [
    ArchiveRows,
    IndexRows,
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
