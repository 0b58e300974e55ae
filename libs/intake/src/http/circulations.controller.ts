import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { CirculationViews } from '../app/circulation-views';
import { CirculationCounts, CirculationPage, CirculationView, ReadingCandidates } from '../app/circulations.view.dto';
import { DescribeIntake } from '../app/intake-choices';
import { ListCirculations } from '../app/list-circulations';
import { MarkReading } from '../app/mark-reading';
import { AddReaders, StopCirculation } from '../app/steer-circulation';
import { AddReadersRequest, ListCirculationsRequest, ReadingMarkRequest, StopRequest } from './circulations.dto';

/** 供覧・回覧 */
@ApiTags('circulations')
@Controller('circulations')
export class CirculationsController {
  constructor(
    private readonly list: ListCirculations,
    private readonly views: CirculationViews,
    private readonly intake: DescribeIntake,
    private readonly markReading: MarkReading,
    private readonly addReaders: AddReaders,
    private readonly stopCirculation: StopCirculation,
  ) {}

  /** What I am to read, have read, or have begun; latest first. */
  @Get()
  async page(@Query() query: ListCirculationsRequest, @CurrentActor() actor: Actor): Promise<CirculationPage> {
    const page = await this.list.run(query, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** How many I am to read. */
  @Get('counts')
  counts(@CurrentActor() actor: Actor): Promise<CirculationCounts> {
    return this.list.counts(actor);
  }

  /** Whom I may ask to read: everybody, by section. */
  @Get('candidates')
  candidates(): Promise<ReadingCandidates> {
    return this.intake.candidates();
  }

  @Get(':id')
  detail(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<CirculationView> {
    return this.views.detail(id, actor, languageOf(request));
  }

  /** 閲覧済, with a comment, and perhaps the wish that it be drafted. */
  @Post(':id/read-marks')
  async mark(
    @Param('id', ParseUUIDPipe) circulationId: string,
    @Body() { comment = null, asksForDraft }: ReadingMarkRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<CirculationView> {
    await this.markReading.run({ actor, circulationId, comment, asksForDraft });
    return this.views.detail(circulationId, actor, languageOf(request));
  }

  /** Asks further readers while it runs. */
  @Post(':id/readers')
  async add(
    @Param('id', ParseUUIDPipe) circulationId: string,
    @Body() { readers }: AddReadersRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<CirculationView> {
    await this.addReaders.run({ actor, circulationId, readers });
    return this.views.detail(circulationId, actor, languageOf(request));
  }

  /** Stops it; marks that were made stay. */
  @Post(':id/stops')
  async stop(
    @Param('id', ParseUUIDPipe) circulationId: string,
    @Body() { reason }: StopRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<CirculationView> {
    await this.stopCirculation.run({ actor, circulationId, reason });
    return this.views.detail(circulationId, actor, languageOf(request));
  }
}
