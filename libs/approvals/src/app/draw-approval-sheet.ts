import { Injectable } from '@nestjs/common';
import { type DocumentCard, DocumentReading, FilingClasses } from '@fubako/documents';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ApprovalSheetPdf, type DrawnPdf } from '@fubako/rendering';
import { CaseRows } from '../data/case-rows';
import { type SheetFacts, approvalSheet } from './approval-sheet-model';

/** 起案用紙 as PDF, for everybody who may read the document. */
@Injectable()
export class DrawApprovalSheet {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly rows: CaseRows,
    private readonly settings: MunicipalitySettings,
    private readonly filing: FilingClasses,
    private readonly pdf: ApprovalSheetPdf,
  ) {}

  /** @throws DomainError documents.not-found */
  async run(documentId: string, actor: Actor): Promise<DrawnPdf & { fileName: string }> {
    const { sheet, fileName } = await this.model(documentId, actor);
    return { ...(await this.pdf.draw(sheet)), fileName };
  }

  /** The sheet before it is drawn, with the files it names. @throws DomainError documents.not-found */
  async model(documentId: string, actor: Actor) {
    const facts = await this.uow.read(async () => this.facts(await this.documents.readable(documentId, actor), actor));
    const fileName = `${facts.card.dispatchNumber ?? facts.card.draftNumber ?? '起案用紙'}.pdf`;
    return { sheet: approvalSheet(facts), fileName, attachments: facts.attachments };
  }

  private async facts(card: DocumentCard, actor: Actor) {
    const row = await this.rows.find(card.id);
    const seats = (await this.rows.currentSeats([card.id])).get(card.id) ?? [];
    const filingClass = (await this.filing.find([card.attributes.classCode])).get(card.attributes.classCode);
    return {
      municipalityName: (await this.settings.municipality()).name,
      card,
      decisionLabel: row?.decision_label ?? '',
      seats,
      acts: row ? await this.rows.acts(card.id) : [],
      texts: await this.documents.texts(card),
      attachments: await this.documents.attachments([card.id]),
      filing: {
        className: filingClass?.name ?? '',
        retentionLabel: filingClass?.retentionLabel ?? '',
        expiresOn: await this.filing.expiryOf(card.id),
      },
      printedBy: actor.name,
      printedAt: await this.uow.now(),
    } satisfies SheetFacts;
  }
}
