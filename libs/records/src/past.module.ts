import { Module } from '@nestjs/common';
import { ApprovalsModule } from '@fubako/approvals';
import { DocumentsModule } from '@fubako/documents';
import { ReadDocumentOn } from './app/past/read-document-on';
import { PastRecordRows } from './data/past/past-record-rows';
import { PastController } from './http/past/past.controller';

/** その日の姿: stands here, above documents and approvals, because it says where the document was filed, too (ADR 0050). */
@Module({
  imports: [ApprovalsModule, DocumentsModule],
  controllers: [PastController],
  providers: [PastRecordRows, ReadDocumentOn],
})
export class PastModule {}
