import { Injectable } from '@nestjs/common';
import { RoutePast } from '@fubako/approvals';
import { DocumentPast, PastViews } from '@fubako/documents';
import type { LocalDate } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Language, fiscalYearWords } from '../../core/retention-words';
import { type PastRecordRow, PastRecordRows } from '../../data/past/past-record-rows';
import type { DocumentOnDay, PastFilingView } from './past.views.dto';

/** その日の姿: document, route, file, names and readers of one day, for whoever may read the document today (DOC-12). */
@Injectable()
export class ReadDocumentOn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentPast,
    private readonly views: PastViews,
    private readonly routes: RoutePast,
    private readonly records: PastRecordRows,
  ) {}

  /** @throws DomainError documents.not-found, documents.day-to-come, documents.not-yet-there, documents.past-not-kept */
  run(
    { documentId, day }: { documentId: string; day: LocalDate },
    actor: Actor,
    language: Language,
  ): Promise<DocumentOnDay> {
    return this.uow.read(async () => {
      const past = await this.documents.on(documentId, day, actor);
      const document = await this.views.of(past);
      const filed = await this.records.find(documentId, day);
      return {
        day,
        today: day === actor.on,
        document,
        className: await this.records.className(document.attributes.classCode, day),
        route: await this.routes.of(past, language),
        filing: filed && filingView(filed, language),
        readers: await this.documents.readers(past),
      };
    });
  }
}

function filingView(row: PastRecordRow, language: Language): PastFilingView {
  const { sectionName, provisional, closedOn, ...filed } = row;
  return {
    ...filed,
    fiscalYearLabel: fiscalYearWords(row.fiscalYear, language),
    unitName: sectionName,
    closedOn: provisional ? null : closedOn,
  };
}
