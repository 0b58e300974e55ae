import { Module } from '@nestjs/common';
import { DocumentsModule } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { PrepareYear } from './app/years/prepare-year';
import { ReadYearLines } from './app/years/read-year-lines';
import { ReadYearPlan } from './app/years/read-year-plan';
import { RollOverYear } from './app/years/roll-over-year';
import { YearTurn } from './app/years/year-turn';
import { YearPlanning } from './app/years/year-planning';
import { SectionKeepers } from './app/section-keepers';
import { RollOverRows } from './data/years/roll-over-rows';
import { YearFactsRows } from './data/years/year-facts-rows';
import { YearPlanRows } from './data/years/year-plan-rows';
import { PlanModule } from './plan.module';
import { YearsController } from './http/years/years.controller';

/** 年度切替 */
@Module({
  imports: [DocumentsModule, LedgerModule, OrganisationModule, PlanModule],
  controllers: [YearsController],
  providers: [
    PrepareYear,
    ReadYearLines,
    ReadYearPlan,
    RollOverRows,
    RollOverYear,
    YearFactsRows,
    YearPlanRows,
    YearPlanning,
    SectionKeepers,
    YearTurn,
  ],
  exports: [RollOverYear],
})
export class YearsModule {}
