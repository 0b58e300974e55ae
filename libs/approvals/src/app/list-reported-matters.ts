import { Injectable } from '@nestjs/common';
import { type LocalDate, localDate, localDateAt, startOfDay } from '@fubako/kernel';
import { DocumentReading, type Medium } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { type ReportedList, type ReportedMatterRow, ReportedMatterRows } from '../data/reported-matter-rows';
import type { Span } from '../data/report-rows';
import { scopeOf } from './report-scope';
import type { ReportedMatterView } from './situation.views.dto';

export interface ReportedMattersQuery {
  readonly list: ReportedList;
  /** First day of the span. */
  readonly from?: string;
  /** First day after the span. */
  readonly until?: string;
  readonly section?: string;
  readonly medium?: Medium;
  readonly reason?: string;
  readonly person?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** RPT-2 The matters behind a figure of the reports. */
@Injectable()
export class ListReportedMatters {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ReportedMatterRows,
    private readonly documents: DocumentReading,
  ) {}

  /** @throws DomainError approvals.not-your-report, request.bad-cursor */
  run(query: ReportedMattersQuery, actor: Actor): Promise<Page<ReportedMatterView>> {
    const scope = scopeOf(actor);
    const after = decodeCursor(query.cursor, ['instant', 'uuid']);
    const { list, limit, section = null, medium = null, reason = null, person = null } = query;
    return this.uow.read(async () => {
      const now = await this.uow.now();
      const today = localDateAt(now);
      const rows = await this.rows.page(scope, {
        list,
        limit,
        section,
        medium,
        reason,
        person,
        after,
        today,
        span: spanOf(query, now),
      });
      const titles = await this.documents.readableTitles([...new Set(rows.map(({ documentId }) => documentId))], actor);
      const map = ({ at, ...row }: ReportedMatterRow): ReportedMatterView => ({
        ...row,
        title: titles.get(row.documentId) ?? null,
        at: at.toISOString(),
      });
      return pageOf(rows, limit, { map, keyOf: (row) => [row.at.toISOString(), row.documentId] });
    });
  }
}

const FIRST = localDate('1868-01-01');

/** What is under way has no span; what happened has one, open where it is not said. */
function spanOf({ list, from, until }: ReportedMattersQuery, now: Date): Span | null {
  if (list === 'pending' || list === 'overdue') return null;
  const start = (day: string | undefined, otherwise: Date) =>
    day === undefined ? otherwise : startOfDay(localDate(day) as LocalDate);
  return { from: start(from, startOfDay(FIRST)), until: start(until, new Date(now.getTime() + 1)) };
}
