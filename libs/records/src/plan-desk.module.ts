import { Module } from '@nestjs/common';
import { DocumentsModule } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { RenderingModule } from '@fubako/rendering';
import { CheckPlan } from './app/plan/check-plan';
import { DraftFilingPlan } from './app/plan/draft-filing-plan';
import { PlanFacts } from './app/plan/plan-facts';
import { PlanNames } from './app/plan/plan-names';
import { PrintFilingPlan } from './app/plan/print-filing-plan';
import { PublishFilingPlan } from './app/plan/publish-filing-plan';
import { ReadFilingPlans } from './app/plan/read-filing-plans';
import { ReadPlanChoices } from './app/plan/read-plan-choices';
import { TryFilingPlan } from './app/plan/try-filing-plan';
import { FilingPlansController } from './http/plan/filing-plans.controller';
import { PlanClassesController } from './http/plan/plan-classes.controller';
import { PlanListsController } from './http/plan/plan-lists.controller';
import { PlanPapersController } from './http/plan/plan-papers.controller';
import { PlanModule } from './plan.module';

/** Keeping the filing plan: drafts, trials, versions, and the plan on paper. */
@Module({
  imports: [DocumentsModule, LedgerModule, OrganisationModule, PlanModule, RenderingModule],
  controllers: [FilingPlansController, PlanClassesController, PlanListsController, PlanPapersController],
  providers: [
    CheckPlan,
    DraftFilingPlan,
    PlanFacts,
    PlanNames,
    PrintFilingPlan,
    PublishFilingPlan,
    ReadFilingPlans,
    ReadPlanChoices,
    TryFilingPlan,
  ],
})
export class PlanDeskModule {}
