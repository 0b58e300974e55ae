import { Injectable } from '@nestjs/common';
import { DocumentReading, FilingClasses } from '@fubako/documents';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type DrawnPdf, SimpleDocumentPdf } from '@fubako/rendering';
import { CaseRows } from '../data/case-rows';
import { refuse } from '../errors';
import { type CoverFacts, numberOf, paperCover } from './paper-cover-model';

/** 紙添付送付票 as PDF, for everybody who may read the document (RULE-11). */
@Injectable()
export class DrawPaperCover {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly rows: CaseRows,
    private readonly settings: MunicipalitySettings,
    private readonly filing: FilingClasses,
    private readonly pdf: SimpleDocumentPdf,
  ) {}

  /** @throws DomainError documents.not-found, approvals.nothing-on-paper */
  async run(documentId: string, actor: Actor): Promise<DrawnPdf & { fileName: string }> {
    const facts = await this.uow.read(() => this.facts(documentId, actor));
    const cover = paperCover(facts);
    return { ...(await this.pdf.draw(cover)), fileName: `${cover.title} ${numberOf(facts.card)}.pdf` };
  }

  private async facts(documentId: string, actor: Actor): Promise<CoverFacts> {
    const card = await this.documents.readable(documentId, actor);
    if (card.attributes.medium === 'electronic') throw refuse('approvals.nothing-on-paper', { documentId });
    const { classCode } = card.attributes;
    return {
      municipalityName: (await this.settings.municipality()).name,
      card,
      className: (await this.filing.find([classCode])).get(classCode)?.name ?? '',
      seats: (await this.rows.currentSeats([card.id])).get(card.id) ?? [],
      printedBy: actor.name,
      printedAt: await this.uow.now(),
    };
  }
}
