import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { PrepareYear } from '../../app/years/prepare-year';
import { ReadYearLines } from '../../app/years/read-year-lines';
import { ReadYearPlan } from '../../app/years/read-year-plan';
import { YearLinesView, YearPlanView } from '../../app/years/years.views.dto';
import { YearChoiceRequest, YearConfirmationRequest, YearLinesRequest, YearRequest } from './years.dto';

/** 年度切替: the files, counters and closings of the next fiscal year, before they are made. */
@ApiTags('years')
@Controller('years/:year')
export class YearsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly readPlan: ReadYearPlan,
    private readonly readLines: ReadYearLines,
    private readonly prepare: PrepareYear,
  ) {}

  /** The dry run; of a confirmed plan, how far it is. */
  @Get()
  plan(@Param() { year }: YearRequest, @CurrentActor() actor: Actor, @Req() request: Request): Promise<YearPlanView> {
    return this.readPlan.run(year, actor, languageOf(request));
  }

  /** The files of one section. */
  @Get('lines')
  lines(
    @Param() { year }: YearRequest,
    @Query() { unit }: YearLinesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<YearLinesView> {
    return this.readLines.run({ fiscalYear: year, section: unit }, actor);
  }

  /** Renames, marks, leaves out or adds a file of next year. */
  @Put('choices')
  choose(
    @Param() { year }: YearRequest,
    @Body() body: YearChoiceRequest,
    @CurrentActor() actor: Actor,
  ): Promise<YearLinesView> {
    return this.uow.run(async () => {
      await this.prepare.choose({ actor, fiscalYear: year, ...body });
      return this.readLines.run({ fiscalYear: year, section: body.sectionCode }, actor);
    });
  }

  /** 確定: carried out from 00:00 on the first day. */
  @Post('confirmation')
  @HttpCode(200)
  confirm(
    @Param() { year }: YearRequest,
    @Body() { digest }: YearConfirmationRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<YearPlanView> {
    return this.uow.run(async () => {
      await this.prepare.confirm({ actor, fiscalYear: year, digest });
      return this.readPlan.run(year, actor, languageOf(request));
    });
  }

  /** Takes the confirmation back while the year has not begun. */
  @Delete('confirmation')
  withdraw(
    @Param() { year }: YearRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<YearPlanView> {
    return this.uow.run(async () => {
      await this.prepare.withdraw({ actor, fiscalYear: year });
      return this.readPlan.run(year, actor, languageOf(request));
    });
  }
}
