import { Injectable } from '@nestjs/common';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { BULK_EXCLUSIONS, type BulkExclusion } from '../core/bulk-policy';
import { exclusionWords } from '../core/words';
import type { BulkOutcomeRow } from '../data/bulk-outcome-rows';
import { refusalDetail } from '../errors';
import type { BulkPreview, BulkResult } from './inbox.views.dto';
import { type BulkAsk, type BulkItem, BulkSelection, type JudgedItem } from './bulk-selection';

/** The confirmation sheet before, and the answer after, in the reader's words. */
@Injectable()
export class BulkViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly selection: BulkSelection,
    private readonly documents: DocumentReading,
  ) {}

  preview(items: readonly BulkItem[], ask: BulkAsk, language: Language): Promise<BulkPreview> {
    return this.uow.read(async () => {
      const judged = await this.selection.judge(items, ask);
      const eligible = judged.filter(({ row, exclusion }) => row !== null && exclusion === null);
      const rows = eligible.flatMap(({ row }) => row ?? []);
      return {
        count: rows.length,
        totalAmount: rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
        urgent: rows.filter(({ urgent }) => urgent).length,
        resubmitted: rows.filter(({ resubmitted }) => resubmitted).length,
        unread: rows.filter(({ unread }) => unread).length,
        eligible: eligible.map(lineOf),
        excluded: judged.filter((one) => !eligible.includes(one)).map((one) => excludedLine(one, language)),
      };
    });
  }

  /** Titles only of what the person may read: seats of others may have been sent. */
  result(outcomes: readonly BulkOutcomeRow[], actor: Actor, language: Language): Promise<BulkResult> {
    return this.uow.read(async () => {
      const titles = await this.documents.readableTitles(
        outcomes.map(({ documentId }) => documentId),
        actor,
      );
      return {
        applied: outcomes.filter(({ outcome }) => outcome === 'applied').length,
        staged: outcomes.filter(({ outcome }) => outcome === 'staged').length,
        outcomes: outcomes.map((one) => ({
          ...one,
          title: titles.get(one.documentId) ?? '',
          reason: reasonOf(one.code, language),
        })),
      };
    });
  }
}

function lineOf({ item, row }: JudgedItem) {
  return { documentId: item.documentId, seatId: item.seatId, title: row?.title ?? '', amount: row?.amount ?? null };
}

function excludedLine(judged: JudgedItem, language: Language) {
  const code = judged.exclusion ?? 'not-open';
  return { ...lineOf(judged), code, reason: reasonOf(code, language) ?? '' };
}

const NOT_OPEN = {
  ja: 'すでに処理されたか、ほかの人の席になりました。',
  en: 'It was dealt with already, or the seat is no longer yours.',
};

const UNDONE = { ja: '確定前に取り消しました。', en: 'You undid it before it took effect.' };

function reasonOf(code: string | null, language: Language): string | null {
  if (code === null) return null;
  if (code === 'not-open') return NOT_OPEN[language];
  if (code === 'undone') return UNDONE[language];
  if ((BULK_EXCLUSIONS as readonly string[]).includes(code)) return exclusionWords(code as BulkExclusion, language);
  return refusalDetail(code, language) ?? code;
}
