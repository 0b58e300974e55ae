import { Module } from '@nestjs/common';
import { DocumentsModule } from '@fubako/documents';
import { OrganisationModule } from '@fubako/organisation';
import { ApprovalReports } from './app/approval-reports';
import { ListReportedMatters } from './app/list-reported-matters';
import { ReadSituation } from './app/read-situation';
import { ReportRows } from './data/report-rows';
import { ReportedMatterRows } from './data/reported-matter-rows';
import { SituationRows } from './data/situation-rows';
import { ReportsController } from './http/reports.controller';

/** 処理状況の報告: figures about approvals, and the matters behind each figure. */
@Module({
  imports: [DocumentsModule, OrganisationModule],
  controllers: [ReportsController],
  providers: [ApprovalReports, ListReportedMatters, ReadSituation, ReportRows, ReportedMatterRows, SituationRows],
})
export class ReportsModule {}
