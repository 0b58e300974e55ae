import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { ApprovalReports } from '../app/approval-reports';
import {
  MediaReport,
  PullUpsReport,
  UnreadReviewsReport,
  UrgencyReport,
  VacantSeatsReport,
} from '../app/reports.views.dto';
import { ListReportedMatters } from '../app/list-reported-matters';
import { ReadSituation } from '../app/read-situation';
import { ReportedMattersPage, SituationReport } from '../app/situation.views.dto';
import { ReportQuery, ReportedMattersRequest } from './reports.dto';

/** 処理状況の報告, for whoever keeps the records. */
@ApiTags('approvals')
@Controller('approval-reports')
export class ReportsController {
  constructor(
    private readonly reports: ApprovalReports,
    private readonly situation: ReadSituation,
    private readonly matters: ListReportedMatters,
  ) {}

  /** 状況: figures with their comparison, load of the sections, weeks, stages, and what stands still. */
  @Get('situation')
  async figures(@CurrentActor() actor: Actor): Promise<SituationReport> {
    return this.situation.run(actor);
  }

  /** The matters that a figure counts. */
  @Get('matters')
  async list(@Query() query: ReportedMattersRequest, @CurrentActor() actor: Actor): Promise<ReportedMattersPage> {
    const page = await this.matters.run(query, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** 要対応: open seats without a holder. */
  @Get('vacant-seats')
  vacantSeats(@CurrentActor() actor: Actor): Promise<VacantSeatsReport> {
    return this.reports.vacantSeats(actor);
  }

  /** 後閲未了, with its age in open days. */
  @Get('unread-reviews')
  unreadReviews(@CurrentActor() actor: Actor): Promise<UnreadReviewsReport> {
    return this.reports.unreadReviews(actor);
  }

  /** 引上げ by month and person. */
  @Get('pull-ups')
  pullUps(@Query() { fiscalYear }: ReportQuery, @CurrentActor() actor: Actor): Promise<PullUpsReport> {
    return this.reports.pullUps(actor, fiscalYear);
  }

  /** 至急 by month and section. */
  @Get('urgency')
  urgency(@Query() { fiscalYear }: ReportQuery, @CurrentActor() actor: Actor): Promise<UrgencyReport> {
    return this.reports.urgency(actor, fiscalYear);
  }

  /** 媒体 by month and reason (RULE-11). */
  @Get('media')
  media(@Query() { fiscalYear }: ReportQuery, @CurrentActor() actor: Actor): Promise<MediaReport> {
    return this.reports.media(actor, fiscalYear);
  }
}
