import { Injectable } from '@nestjs/common';
import { firstDayOf, fiscalYearOf, lastDayOf, addDays } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { extendedTo } from '../../core/keeping/extend';
import type { Language } from '../../core/retention-words';
import { type DueFilter, FileListRows } from '../../data/keeping/file-list-rows';
import { readableFiles } from '../record-file-policy';
import { holdLine } from './hold-lines';
import type { DueFileView } from './keeping.views.dto';

export interface DueQuery {
  /** 年度 in which they expire; by default the current one. */
  readonly fiscalYear?: number;
  /** Instead: everything whose expiry has passed. */
  readonly expired?: boolean;
  readonly unit?: string;
  readonly classCode?: string;
  readonly held?: boolean;
  /** Instead of a span of days: these files. */
  readonly fileIds?: readonly string[];
  /** 延長 by so many years is shown. */
  readonly extendYears?: number;
  readonly cursor?: string;
  readonly limit: number;
}

/** 満了簿冊: by expiry, then by section. */
@Injectable()
export class ListDueFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FileListRows,
  ) {}

  /** @throws DomainError request.bad-cursor */
  run(query: DueQuery, actor: Actor, language: Language): Promise<Page<DueFileView>> {
    const after = decodeCursor(query.cursor, ['day', 'text', 'uuid']);
    return this.uow.glance(async () => {
      // One index in its order whatever is asked: with half a million files, planning took as long as the page.
      this.uow.keepPlans();
      const rows = await this.rows.due(dueFilter(query, actor), after, query.limit + 1);
      return pageOf(rows, query.limit, {
        map: (row): DueFileView => ({
          ...row,
          extendedTo: query.extendYears && row.expiresOn ? extendedTo(row.expiresOn, query.extendYears) : null,
          hold: holdLine(row.hold, language),
        }),
        keyOf: (row) => [row.expiresOn, row.unitCode, row.id],
      });
    });
  }
}

export function dueFilter(query: Omit<DueQuery, 'cursor' | 'limit'>, actor: Actor): DueFilter {
  const fiscalYear = query.fiscalYear ?? fiscalYearOf(actor.on);
  const span = query.expired
    ? { from: null, until: addDays(actor.on, -1) }
    : { from: firstDayOf(fiscalYear), until: lastDayOf(fiscalYear) };
  return {
    ...span,
    ids: query.fileIds ?? null,
    unit: query.unit ?? null,
    classCode: query.classCode ?? null,
    held: query.held ?? null,
    today: actor.on,
    visible: readableFiles(actor, sql`f.section_code`),
  };
}
