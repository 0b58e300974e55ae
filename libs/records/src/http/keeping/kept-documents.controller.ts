import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { dateChangeView } from '../../app/keeping/date-change-view';
import { DateChangeView } from '../../app/keeping/keeping.views.dto';
import { RefileDocument } from '../../app/keeping/refile-document';
import { SetEvent } from '../../app/keeping/set-event';
import { ReadFiling } from '../../app/read-filing';
import { FilingView } from '../../app/records.views.dto';
import { EventBody, EventPreviewRequest, RefileBody, RefilePreviewRequest } from './keeping.dto';
import { eventOf } from './kept-files.controller';

@ApiTags('records')
@Controller('documents/:id')
export class KeptDocumentsController {
  constructor(
    private readonly events: SetEvent,
    private readonly refiling: RefileDocument,
    private readonly filing: ReadFiling,
  ) {}

  /** What the dates of the document would be with this 特定日. */
  @Get('event-preview')
  async previewEvent(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Query() { eventOn }: EventPreviewRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DateChangeView> {
    const day = eventOn === undefined ? null : localDate(eventOn);
    const planned = await this.events.preview({ documentId }, day, actor);
    const needsReason = planned.some(({ row }) => row.eventOn !== null && row.eventOn !== day);
    return dateChangeView(planned, languageOf(request), needsReason);
  }

  /** 特定日 of one document. */
  @Post('event')
  @HttpCode(200)
  async setEvent(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: EventBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingView> {
    await this.events.run({ documentId, ...eventOf(body) }, actor);
    return this.filing.run(documentId, actor, languageOf(request));
  }

  /** What would become of the dates of the document in another file. */
  @Get('refiling-preview')
  async previewRefiling(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Query() query: RefilePreviewRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DateChangeView> {
    const planned = await this.refiling.preview({ documentId, ...query }, actor);
    return dateChangeView([planned], languageOf(request), true);
  }

  /** 再編てつ: the document goes to another file; its dates never become earlier by themselves. */
  @Post('refiling')
  @HttpCode(200)
  async refile(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() { shorten = false, carryHolds = false, ...body }: RefileBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingView> {
    await this.refiling.run({ documentId, shorten, carryHolds, ...body }, actor);
    return this.filing.run(documentId, actor, languageOf(request));
  }
}
