import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type CorrectableText, CorrectedTexts, PageTexts, type RecognisedWords } from '@fubako/scans';
import { AttachmentRows } from '../data/attachment-rows';
import type { DocumentRow } from '../data/document.row';
import { refuse } from '../errors';
import type { AttachmentAddress } from './attachment-files';
import { DraftDesk } from './draft-desk';
import { KEEPERS } from './document-acts';

export interface PageAddress extends AttachmentAddress {
  /** From 1. */
  readonly page: number;
}

/** 認識した文字 of attachments, for those who may read the document, and its corrections for those who keep it (SCN-25). */
@Injectable()
export class AttachmentText {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly attachments: AttachmentRows,
    private readonly texts: PageTexts,
    private readonly corrected: CorrectedTexts,
  ) {}

  /** What was recognised on a page, for the viewer to mark and to copy. */
  words(address: PageAddress): Promise<RecognisedWords> {
    return this.uow.read(async () => this.texts.recognised((await this.find(address)).sha256, address.page));
  }

  /** @throws DomainError scans.nothing-recognised */
  text(address: PageAddress): Promise<CorrectableText> {
    return this.uow.read(async () => this.corrected.of(await this.find(address)));
  }

  /** @throws DomainError documents.not-found, whatever `CorrectedTexts.correct` throws */
  correct(address: PageAddress, correction: { text: string; basedOn: number }): Promise<CorrectableText> {
    return this.uow.run(async () => {
      const { staffNo, name } = address.actor;
      return this.corrected.correct({ ...(await this.find(address)), ...correction, by: { staffNo, name } });
    });
  }

  private async find({ actor, documentId, attachmentId, page }: PageAddress) {
    const document = await this.desk.read(documentId, actor);
    const row = (await this.attachments.of(document.id)).find(({ id }) => id === attachmentId);
    if (!row) throw refuse('documents.unknown-attachment', { attachmentId });
    return { sha256: row.sha256, page, mayCorrect: mayCorrectText(document, actor) };
  }
}

/** The drafter, 文書主任 of the section, 文書主管課. */
function mayCorrectText(row: DocumentRow, actor: Actor): boolean {
  const mine = row.drafter_staff_no === actor.staffNo;
  return mine || KEEPERS.some((role) => hasRole(actor, role, row.section_code as UnitCode));
}
