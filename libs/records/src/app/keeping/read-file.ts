import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { type Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { type Language, extendedWords, fiscalYearWords, inUseWords, retentionWords } from '../../core/retention-words';
import { ownRetention } from '../../core/keeping/rule-days';
import type { RetentionReason } from '../../core/retention';
import { type FileDetailRow, FileDetailRows } from '../../data/keeping/file-detail-rows';
import { refuse } from '../../errors';
import { ActiveHolds } from '../active-holds';
import { readableFiles } from '../record-file-policy';
import { holdLine } from './hold-lines';
import type { FileDocumentView, RecordFileDetail } from './keeping.views.dto';
import { OfferFileActs } from './offer-file-acts';

/** 簿冊 in full: its dates and why, its holds, what may be done; and page by page the documents in it. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FileDetailRows,
    private readonly holds: ActiveHolds,
    private readonly offers: OfferFileActs,
    private readonly documents: DocumentReading,
  ) {}

  /** @throws DomainError records.file-not-found */
  run(fileId: string, actor: Actor, language: Language): Promise<RecordFileDetail> {
    return this.uow.read(async () => {
      const { reasons, hasOwnDates, floor, extensionGround, fileClosedOn, ...file } = await this.find(fileId, actor);
      const holds = (await this.holds.on({ fileIds: [fileId], documentIds: [] })).get(fileId) ?? [];
      const extended = file.extendedTo === null ? [] : [extendedWords(file.extendedTo, extensionGround, language)];
      return {
        ...file,
        fiscalYearLabel: fiscalYearWords(file.fiscalYear, language),
        explanation: [
          ...(hasEndToCome(file)
            ? inUseWords(file.reviewOn, language)
            : retentionWords(
                hasOwnDates ? ownReasons({ ...file, floor, fileClosedOn }, actor.on) : (reasons ?? []),
                language,
              )),
          ...extended,
        ],
        holds: holds.flatMap((hold) => holdLine(hold, language) ?? []),
        acts: await this.offers.of({ ...file, hold: holds[0] ?? null }, actor, language),
      };
    });
  }

  /** Titles only of those that the reader may read. @throws DomainError records.file-not-found, request.bad-cursor */
  contents(fileId: string, page: { cursor?: string; limit: number }, actor: Actor): Promise<Page<FileDocumentView>> {
    const after = decodeCursor(page.cursor, ['day', 'uuid']);
    return this.uow.read(async () => {
      await this.find(fileId, actor);
      const rows = await this.rows.documents(fileId, after, page.limit + 1);
      const ids = rows.map(({ id }) => id);
      const titles = await this.documents.readableTitles(ids, actor);
      const held = await this.holds.on({ fileIds: [], documentIds: ids });
      return pageOf(rows, page.limit, {
        map: (row): FileDocumentView => ({ ...row, title: titles.get(row.id) ?? null, isHeld: held.has(row.id) }),
        keyOf: (row) => [row.decidedOn, row.id],
      });
    });
  }

  private async find(fileId: string, actor: Actor) {
    const file = await this.rows.find(fileId, readableFiles(actor, sql`f.section_code`));
    if (!file) throw refuse('records.file-not-found', { fileId });
    return file;
  }
}

/** CONT-1 継続簿冊 in use, of a class that has years. */
const hasEndToCome = ({ continuing, state, years }: Pick<FileDetailRow, 'continuing' | 'state' | 'years'>): boolean =>
  continuing && state === 'open' && years !== null;

/** Of a file of paper: from the end of its year, by its terms, and no day earlier than the one that it has (RET-8). */
function ownReasons(
  {
    retentionLabel: label,
    extendedTo,
    expiresOn,
    ...file
  }: Omit<FileDetailRow, 'reasons' | 'hasOwnDates' | 'extensionGround'>,
  today: LocalDate,
): readonly RetentionReason[] {
  const keepUntil = extendedTo === null ? expiresOn : null;
  return ownRetention(file, { ...file, label }, { keepUntil, today }).explanation;
}
