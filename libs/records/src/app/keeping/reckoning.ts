import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { retentionOfRecord } from '../../core/filing';
import { type Retention, type RetentionTerms, isShorter } from '../../core/retention';
import { RecordFileRows } from '../../data/record-file-rows';
import { type ReckonedRow, ReckoningRows } from '../../data/keeping/reckoning-rows';

/** How a record is to be reckoned from now on. */
export interface NewTerms {
  readonly terms?: RetentionTerms & { readonly retentionClass: string };
  readonly fileId?: string;
  readonly fiscalYear?: number;
  readonly eventOn?: LocalDate | null;
  /** Whether it may come to be kept shorter; otherwise the later of the two days counts. */
  readonly mayShorten: boolean;
}

export interface Reckoning {
  readonly row: ReckonedRow;
  readonly fresh: NewTerms;
  readonly after: Retention;
  /** Whether it is kept shorter than before. */
  readonly isShorter: boolean;
}

/** Dates of records reckoned anew: what they would be, and writing them. Every call is part of the caller's unit of work. */
@Injectable()
export class Reckonings {
  constructor(
    private readonly rows: ReckoningRows,
    private readonly files: RecordFileRows,
  ) {}

  plan(row: ReckonedRow, fresh: NewTerms, today: LocalDate): Reckoning {
    const { terms = row, eventOn = row.eventOn, fiscalYear = row.fiscalYear } = fresh;
    const days = { decidedOn: row.decidedOn, closedOn: row.closedOn, eventOn, fiscalYear };
    const keepUntil = fresh.mayShorten ? null : (row.expiresOn ?? row.keepUntil ?? null);
    const after = retentionOfRecord(terms, { ...days, keepUntil }, today);
    return { row, fresh, after, isShorter: isShorter(row.expiresOn, after.expiresOn) };
  }

  /** Writes the dates and lets the files follow; files that lost a record follow too. */
  async write(reckonings: readonly Reckoning[]): Promise<void> {
    if (reckonings.length === 0) return;
    await this.rows.write(
      reckonings.map(({ row, fresh, after }) => ({
        documentId: row.documentId,
        fileId: fresh.fileId ?? row.fileId,
        retentionClass: fresh.terms?.retentionClass ?? row.retentionClass,
        basis: (fresh.terms ?? row).basis,
        eventOn: fresh.eventOn === undefined ? row.eventOn : fresh.eventOn,
        keepUntil: after.explanation.some(({ code }) => code === 'kept-longer') ? after.expiresOn : null,
        ...after,
      })),
    );
    const files = reckonings.flatMap(({ row, fresh }) => [row.fileId, fresh.fileId ?? row.fileId]);
    await this.files.settleDates([...new Set(files)]);
  }
}
