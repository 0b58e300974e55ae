import { Injectable } from '@nestjs/common';
import { fiscalYearOf, localDate, localDateAt, startOfDay } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { BusinessCalendar, openDaysBetween } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ReportRows, type Span, type WaitingRow } from '../data/report-rows';
import { scopeOf } from './report-scope';
import type {
  MediaReport,
  PullUpsReport,
  UnreadReviewsReport,
  UrgencyReport,
  VacantSeatsReport,
} from './reports.views.dto';

/** 処理状況の報告: for the records office and auditors the whole municipality, for records clerks their sections. */
@Injectable()
export class ApprovalReports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ReportRows,
    private readonly documents: DocumentReading,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** 要対応 (RULE-102). @throws DomainError approvals.not-your-report */
  vacantSeats(actor: Actor): Promise<VacantSeatsReport> {
    return this.uow.read(async () => ({ items: await this.waiting(await this.rows.vacant(scopeOf(actor)), actor) }));
  }

  /** 後閲未了 with its age (S01). @throws DomainError approvals.not-your-report */
  unreadReviews(actor: Actor): Promise<UnreadReviewsReport> {
    return this.uow.read(async () => ({ items: await this.waiting(await this.rows.unread(scopeOf(actor)), actor) }));
  }

  /** @param fiscalYear by default the present one @throws DomainError approvals.not-your-report */
  pullUps(actor: Actor, fiscalYear?: number): Promise<PullUpsReport> {
    return this.uow.read(async () => ({ items: await this.rows.pullUps(scopeOf(actor), await this.span(fiscalYear)) }));
  }

  /** @param fiscalYear by default the present one @throws DomainError approvals.not-your-report */
  urgency(actor: Actor, fiscalYear?: number): Promise<UrgencyReport> {
    return this.uow.read(async () => ({ items: await this.rows.urgency(scopeOf(actor), await this.span(fiscalYear)) }));
  }

  /** RULE-11 @param fiscalYear by default the present one @throws DomainError approvals.not-your-report */
  media(actor: Actor, fiscalYear?: number): Promise<MediaReport> {
    return this.uow.read(async () => ({ items: await this.rows.media(scopeOf(actor), await this.span(fiscalYear)) }));
  }

  /** Titles are shown to whoever may read the document; that something waits is no secret to who sees to it. */
  private async waiting<T extends WaitingRow>(rows: readonly T[], actor: Actor) {
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

  private async span(fiscalYear: number | undefined): Promise<Span> {
    const year = fiscalYear ?? fiscalYearOf(localDateAt(await this.uow.now()));
    return { from: startOfDay(localDate(`${year}-04-01`)), until: startOfDay(localDate(`${year + 1}-04-01`)) };
  }
}
