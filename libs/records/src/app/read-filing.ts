import { Injectable } from '@nestjs/common';
import { type DocumentCard, DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import {
  type Language,
  extendedWords,
  fiscalYearWords,
  provisionalWords,
  retentionWords,
} from '../core/retention-words';
import { type FiledRow, RecordRows } from '../data/record-rows';
import { refuse } from '../errors';
import { ActiveHolds } from './active-holds';
import { ClosingRights } from './closing-rights';
import { holdLine } from './keeping/hold-lines';
import type { FilingView } from './records.views.dto';

/** Where a document is filed, for those who may read it. */
@Injectable()
export class ReadFiling {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly records: RecordRows,
    private readonly rights: ClosingRights,
    private readonly holds: ActiveHolds,
  ) {}

  /** @throws DomainError documents.not-found, records.not-filed */
  run(documentId: string, actor: Actor, language: Language): Promise<FilingView> {
    return this.uow.read(async () => {
      const card = await this.documents.readable(documentId, actor);
      const row = await this.records.find(documentId);
      if (!row) throw refuse('records.not-filed', { documentId });
      const holds = await this.holds.on({ fileIds: [], documentIds: [documentId] });
      return {
        ...viewOf(row, language),
        holds: (holds.get(documentId) ?? []).flatMap((hold) => holdLine(hold, language) ?? []),
        allowed: await this.allowed(card, actor),
      };
    });
  }

  private async allowed(card: DocumentCard, actor: Actor): Promise<string[]> {
    return (await this.rights.isSettled(card)) && (await this.rights.mayClose(actor, card)) ? ['close'] : [];
  }
}

function viewOf(row: FiledRow, language: Language): Omit<FilingView, 'allowed' | 'holds'> {
  const standsOnClosing = row.basis === 'closed';
  const provisional = row.provisional && standsOnClosing ? [provisionalWords(language)] : [];
  const extended =
    row.expiresOn !== null && row.extendedTo !== null && row.extendedTo > row.expiresOn ? row.extendedTo : null;
  return {
    fileId: row.fileId,
    fileTitle: row.fileTitle,
    fiscalYear: row.fiscalYear,
    fiscalYearLabel: fiscalYearWords(row.fiscalYear, language),
    classCode: row.classCode,
    className: row.className,
    unitName: row.sectionName,
    retentionClass: row.retentionClass,
    retentionLabel: row.label,
    endless: row.years === null,
    closedOn: row.provisional ? null : row.closedOn,
    provisional: row.provisional,
    startsOn: row.startsOn,
    expiresOn: extended ?? row.expiresOn,
    explanation: [
      ...provisional,
      ...retentionWords(row.explanation, language),
      ...(extended === null ? [] : [extendedWords(extended, row.extensionGround, language)]),
    ],
  };
}
