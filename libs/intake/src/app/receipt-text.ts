import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type CorrectableText, CorrectedTexts, PageTexts, type RecognisedWords } from '@fubako/scans';
import { ReceiptAttachmentRows } from '../data/receipt-attachment-rows';
import { refuse } from '../errors';
import { handles } from './policy';
import { ReceiptDesk } from './receipt-desk';
import type { ReceiptFileAddress } from './receipt-files';

export interface ReceiptPageAddress extends ReceiptFileAddress {
  /** From 1. */
  readonly page: number;
}

/** 認識した文字 of the files of a receipt, and its corrections for those who handle it (SCN-25). */
@Injectable()
export class ReceiptText {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly attachments: ReceiptAttachmentRows,
    private readonly texts: PageTexts,
    private readonly corrected: CorrectedTexts,
  ) {}

  /** What was recognised on a page, for the viewer to mark and to copy. */
  words(address: ReceiptPageAddress): Promise<RecognisedWords> {
    return this.uow.read(async () => this.texts.recognised((await this.find(address)).sha256, address.page));
  }

  /** @throws DomainError scans.nothing-recognised */
  text(address: ReceiptPageAddress): Promise<CorrectableText> {
    return this.uow.read(async () => this.corrected.of(await this.find(address)));
  }

  /** @throws DomainError intake.not-found, whatever `CorrectedTexts.correct` throws */
  correct(address: ReceiptPageAddress, correction: { text: string; basedOn: number }): Promise<CorrectableText> {
    return this.uow.run(async () => {
      const { staffNo, name } = address.actor;
      return this.corrected.correct({ ...(await this.find(address)), ...correction, by: { staffNo, name } });
    });
  }

  private async find({ actor, receiptId, attachmentId, page }: ReceiptPageAddress) {
    const receipt = await this.desk.read(receiptId, actor);
    const row = (await this.attachments.of(receipt.id)).find(({ id }) => id === attachmentId);
    if (!row) throw refuse('intake.unknown-attachment', { attachmentId });
    return { sha256: row.sha256, page, mayCorrect: handles(actor, receipt.section_code) };
  }
}
