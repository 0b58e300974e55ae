import { Body, Controller, Delete, Get, Param, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { DraftFilingPlan } from '../../app/plan/draft-filing-plan';
import { FilingPlanView, PlanChoices } from '../../app/plan/plan.views.dto';
import { ReadFilingPlans } from '../../app/plan/read-filing-plans';
import { ReadPlanChoices } from '../../app/plan/read-plan-choices';
import { PlanClassInput, PlanClassPath, PlanRevisionRequest, wishOf } from './plan.dto';

/** The classes of a draft, one by one. */
@ApiTags('filing plans')
@Controller()
export class PlanClassesController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: ReadFilingPlans,
    private readonly drafts: DraftFilingPlan,
    private readonly choices: ReadPlanChoices,
  ) {}

  /** What a class may name: retention classes, functions and sections of today. */
  @Get('filing-plan-choices')
  choosable(@CurrentActor() actor: Actor, @Req() request: Request): Promise<PlanChoices> {
    return this.choices.run(actor, languageOf(request));
  }

  /** Adds a class, or says how it is to be: name, place, retention, last year. */
  @Put('filing-plans/:id/classes/:code')
  put(
    @Param() { id, code }: PlanClassPath,
    @Body() body: PlanClassInput,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingPlanView> {
    return this.uow.run(async () => {
      await this.drafts.put(id, actor, wishOf(code, body));
      return this.plans.one(id, actor, languageOf(request));
    });
  }

  /** Takes the change of a class back; a new class is gone. */
  @Delete('filing-plans/:id/classes/:code')
  takeBack(
    @Param() { id, code }: PlanClassPath,
    @Query() { revision }: PlanRevisionRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingPlanView> {
    return this.uow.run(async () => {
      await this.drafts.takeBack(id, actor, { revision, code });
      return this.plans.one(id, actor, languageOf(request));
    });
  }
}
