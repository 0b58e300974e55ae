import { Body, Controller, Get, Header, HttpCode, Param, ParseIntPipe, Post, Put, Req } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { WithoutIdempotencyKey, languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { DraftFilingPlan } from '../../app/plan/draft-filing-plan';
import { FilingPlanView, PlanListTrial } from '../../app/plan/plan.views.dto';
import { PrintFilingPlan } from '../../app/plan/print-filing-plan';
import { ReadFilingPlans } from '../../app/plan/read-filing-plans';
import { TryFilingPlan } from '../../app/plan/try-filing-plan';
import { PlanListRequest, PlanListTrialRequest } from './plan.dto';

/** The classes of a draft as a list: taken out, changed in a spreadsheet, tried, and brought back. */
@ApiTags('filing plans')
@Controller('filing-plans')
export class PlanListsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly print: PrintFilingPlan,
    private readonly plans: ReadFilingPlans,
    private readonly drafts: DraftFilingPlan,
    private readonly trials: TryFilingPlan,
  ) {}

  /** `filing_plan.csv` of a version, with its codes. */
  @Get(':id/list.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="filing_plan.csv"')
  @Header('Cache-Control', 'no-store')
  take(@Param('id', ParseIntPipe) id: number, @CurrentActor() actor: Actor): Promise<string> {
    return this.print.list(id, actor);
  }

  /** What a list would make of the draft. Nothing is changed. */
  @Post(':id/list-trials')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  try(
    @Param('id', ParseIntPipe) id: number,
    @Body() { list }: PlanListTrialRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<PlanListTrial> {
    return this.trials.list(id, actor, { list, language: languageOf(request) });
  }

  /** Lays a list over the draft, all or nothing. */
  @Put(':id/list')
  bring(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: PlanListRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingPlanView> {
    return this.uow.run(async () => {
      await this.drafts.bring(id, actor, body);
      return this.plans.one(id, actor, languageOf(request));
    });
  }
}
