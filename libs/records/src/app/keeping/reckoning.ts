import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { retentionOfRecord } from '../../core/filing';
import { ownRetention } from '../../core/keeping/rule-days';
import { type Retention, type RetentionTerms, isShorter } from '../../core/retention';
import { RecordFileRows } from '../../data/record-file-rows';
import { type KeptFileRow, KeptFileRows } from '../../data/keeping/kept-file-rows';
import { RuleFileRows } from '../../data/keeping/rule-file-rows';
import { type ReckonedRow, ReckoningRows } from '../../data/keeping/reckoning-rows';

/** How a record is to be reckoned from now on. */
export interface NewTerms {
  readonly terms?: RetentionTerms & { readonly retentionClass: string };
  readonly fileId?: string;
  readonly fiscalYear?: number;
  readonly eventOn?: LocalDate | null;
  /** 継続簿冊 is closed on this day; null: it is in use again. */
  readonly fileClosedOn?: LocalDate | null;
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

/** The same of a file of paper in which no electronic record lies: its dates are its own (PAP-1). */
export interface OwnReckoning extends Pick<Reckoning, 'fresh' | 'after' | 'isShorter'> {
  readonly row: KeptFileRow;
}

/** What becomes of everything in a file, or of one document in it. */
export type Planned = Reckoning | OwnReckoning;

export const isOwn = (one: Planned): one is OwnReckoning => !('documentId' in one.row);

/** Dates of records reckoned anew: what they would be, and writing them. Every call is part of the caller's unit of work. */
@Injectable()
export class Reckonings {
  constructor(
    private readonly rows: ReckoningRows,
    private readonly files: RecordFileRows,
    private readonly kept: KeptFileRows,
    private readonly own: RuleFileRows,
  ) {}

  /** Everything in a file; a file of paper for itself. */
  async planFile(
    { fileId, rows }: { readonly fileId: string; readonly rows: readonly ReckonedRow[] },
    fresh: NewTerms,
    today: LocalDate,
  ): Promise<Planned[]> {
    const file = rows.length === 0 ? await this.kept.find(fileId) : null;
    // 継続簿冊 of paper gets its own dates when it is closed (CONT-3).
    const isOwn = file !== null && (file.hasOwnDates || (file.holdsPaper && (fresh.fileClosedOn ?? null) !== null));
    return isOwn ? [planOwn(file, fresh, today)] : rows.map((row) => this.plan(row, fresh, today));
  }

  /** Everything in a file that gathers one year again, and its paper (CONT-6). */
  async planYearly(
    { fileId, rows }: { readonly fileId: string; readonly rows: readonly ReckonedRow[] },
    today: LocalDate,
  ): Promise<Planned[]> {
    const fresh = { mayShorten: false };
    const file = await this.kept.find(fileId);
    const own = file?.holdsPaper ? [planOwn(file, fresh, today)] : [];
    return [...own, ...rows.map((row) => this.plan(row, fresh, today))];
  }

  plan(row: ReckonedRow, fresh: NewTerms, today: LocalDate): Reckoning {
    const { terms = row, eventOn = row.eventOn, fiscalYear = row.fiscalYear } = fresh;
    const { fileClosedOn = row.fileClosedOn ?? null } = fresh;
    const days = { decidedOn: row.decidedOn, closedOn: row.closedOn, eventOn, fiscalYear, fileClosedOn };
    const keepUntil = fresh.mayShorten ? null : (row.expiresOn ?? row.keepUntil ?? null);
    const after = retentionOfRecord(terms, { ...days, keepUntil }, today);
    return { row, fresh, after, isShorter: isShorter(row.expiresOn, after.expiresOn) };
  }

  /** Writes the dates and lets the files follow; files that lost a record follow too, but where paper lies in them never to an earlier day (RET-8). */
  async write(planned: readonly Planned[]): Promise<void> {
    const reckonings = planned.filter((one): one is Reckoning => !isOwn(one));
    await this.own.setDates(planned.filter(isOwn).map(({ row, after }) => ({ id: row.id, ...after })));
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
    await this.files.takePaper(reckonings.filter(isMoved).map(({ row, fresh }) => fresh.fileId ?? row.fileId));
    const files = reckonings.flatMap(({ row, fresh }) => [row.fileId, fresh.fileId ?? row.fileId]);
    // A file of paper in which a record is meant to end earlier may end earlier itself.
    const mayEndEarlier = new Set(
      reckonings.filter((one) => one.isShorter && !isMoved(one)).map(({ row }) => row.fileId),
    );
    await this.files.settleDates(
      [...new Set(files)],
      files.filter((id) => !mayEndEarlier.has(id)),
    );
  }
}

const isMoved = ({ row, fresh: { fileId = row.fileId } }: Reckoning): boolean => fileId !== row.fileId;

function planOwn(row: KeptFileRow, fresh: NewTerms, today: LocalDate): OwnReckoning {
  const { terms = row, eventOn = row.eventOn, fileClosedOn = row.fileClosedOn } = fresh;
  const keepUntil = fresh.mayShorten ? null : row.expiresOn;
  const reckoned = ownRetention({ fiscalYear: row.fiscalYear, eventOn, fileClosedOn }, terms, { keepUntil, today });
  const { extendedTo } = row;
  const isExtended = reckoned.expiresOn !== null && extendedTo !== null && extendedTo > reckoned.expiresOn;
  const after = isExtended ? { ...reckoned, expiresOn: extendedTo } : reckoned;
  return { row, fresh, after, isShorter: isShorter(row.expiresOn, after.expiresOn) };
}
