import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { WithoutIdempotencyKey, languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { DraftFilingPlan } from '../../app/plan/draft-filing-plan';
import { FilingPlanView, PlanTrial, PlanVersionList } from '../../app/plan/plan.views.dto';
import { PublishFilingPlan } from '../../app/plan/publish-filing-plan';
import { ReadFilingPlans } from '../../app/plan/read-filing-plans';
import { TryFilingPlan } from '../../app/plan/try-filing-plan';
import { PlanDayRequest, PlanDraftRequest, PlanPublicationRequest, PlanTrialRequest, dayOf } from './plan.dto';

/** ファイル基準表: the plan in force, and its versions from the draft to the day on which they come into force. */
@ApiTags('filing plans')
@Controller('filing-plans')
export class FilingPlansController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: ReadFilingPlans,
    private readonly drafts: DraftFilingPlan,
    private readonly publications: PublishFilingPlan,
    private readonly trials: TryFilingPlan,
  ) {}

  /** Versions, newest first; for the records office and auditors. */
  @Get()
  list(@CurrentActor() actor: Actor, @Req() request: Request): Promise<PlanVersionList> {
    return this.plans.list(actor, languageOf(request));
  }

  /** The plan of today, or of a past day; for everybody. */
  @Get('in-force')
  inForce(
    @Query() { day }: PlanDayRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingPlanView> {
    return this.plans.onDay(actor, languageOf(request), dayOf(day));
  }

  /** One version with the whole plan as it makes it, what it changes and what is wrong with it. */
  @Get(':id')
  one(
    @Param('id', ParseIntPipe) id: number,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingPlanView> {
    return this.plans.one(id, actor, languageOf(request));
  }

  /** 下書き: begins a new version. */
  @Post()
  draft(
    @Body() body: PlanDraftRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingPlanView> {
    return this.uow.run(async () =>
      this.plans.one(await this.drafts.begin(actor, body.note ?? null), actor, languageOf(request)),
    );
  }

  /** Throws a draft away. */
  @Delete(':id')
  @HttpCode(204)
  discard(@Param('id', ParseIntPipe) id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.drafts.discard(id, actor);
  }

  /** 試す: what the version touches. Nothing is changed. */
  @Post(':id/trials')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  try(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: PlanTrialRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<PlanTrial> {
    return this.trials.run(id, actor, { day: dayOf(body.day), language: languageOf(request) });
  }

  /** 公布: from `validFrom` on, files are opened by it. */
  @Post(':id/publication')
  publish(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: PlanPublicationRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingPlanView> {
    return this.uow.run(async () => {
      const { revision, reason, shorten = false } = body;
      await this.publications.run(id, actor, { revision, reason, shorten, validFrom: localDate(body.validFrom) });
      return this.plans.one(id, actor, languageOf(request));
    });
  }

  /** 取りやめ of a version whose day has not come. */
  @Post(':id/withdrawal')
  withdraw(
    @Param('id', ParseIntPipe) id: number,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingPlanView> {
    return this.uow.run(async () => {
      await this.publications.withdraw(id, actor);
      return this.plans.one(id, actor, languageOf(request));
    });
  }
}
