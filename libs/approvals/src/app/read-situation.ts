import { Injectable } from '@nestjs/common';
import { addDays, localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { BusinessCalendar, openDaysBetween } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type SectionLoadRow, SituationRows } from '../data/situation-rows';
import type { ReportScope } from '../data/report-rows';
import type { WaitingView } from './reports.views.dto';
import { scopeOf } from './report-scope';
import type { SituationReport } from './situation.views.dto';

const STUCK = 20;

/** RPT-1 状況: four figures with a comparison, the load of the sections, twelve weeks, stages, and what stands still. */
@Injectable()
export class ReadSituation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SituationRows,
    private readonly documents: DocumentReading,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @throws DomainError approvals.not-your-report */
  run(actor: Actor): Promise<SituationReport> {
    const scope = scopeOf(actor);
    return this.uow.read(async () => {
      const now = await this.uow.now();
      const today = localDateAt(now);
      const flow = await this.rows.flow(scope, today);
      const sections = await this.rows.sections(scope, today, addDays(today, -7));
      const sum = (of: (row: SectionLoadRow) => number) => sections.reduce((total, row) => total + of(row), 0);
      return {
        asOf: now.toISOString(),
        submitted: { now: flow.submitted, before: flow.submittedBefore },
        decided: { now: flow.decided, before: flow.decidedBefore },
        overdue: { now: sum(({ overdue }) => overdue), before: sum(({ overdueBefore }) => overdueBefore) },
        days: { now: tenths(flow.medianDays), before: tenths(flow.medianDaysBefore) },
        sections: sections.map(({ overdueBefore: _, ...row }) => row),
        weeks: await this.rows.weeks(scope, today),
        stages: (await this.rows.stages(scope, now)).map((row) => ({
          ...row,
          medianDays: tenths(row.medianDays) ?? 0,
        })),
        stuck: await this.stuck(scope, actor),
      };
    });
  }

  private async stuck(scope: ReportScope, actor: Actor): Promise<WaitingView[]> {
    const rows = await this.rows.stuck(scope, STUCK);
    const titles = await this.documents.readableTitles([...new Set(rows.map(({ documentId }) => documentId))], actor);
    const today = localDateAt(await this.uow.now());
    const calendar = await this.calendar.facts();
    return rows.map((row) => ({
      ...row,
      title: titles.get(row.documentId) ?? null,
      since: row.since.toISOString(),
      openDays: openDaysBetween(localDateAt(row.since), today, calendar),
    }));
  }
}

const tenths = (days: number | null): number | null => (days === null ? null : Math.round(days * 10) / 10);
