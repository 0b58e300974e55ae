import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { CloseFile } from '../../app/keeping/close-file';
import { ContinueFile } from '../../app/keeping/continue-file';
import { dateChangeView } from '../../app/keeping/date-change-view';
import { DateChangeView, RecordFileDetail } from '../../app/keeping/keeping.views.dto';
import { ReadFile } from '../../app/keeping/read-file';
import { ClosingBody, ClosingPreviewRequest, FileReasonBody } from './keeping.dto';

/** 継続簿冊 */
@ApiTags('records')
@Controller('record-files/:id')
export class ContinuingFilesController {
  constructor(
    private readonly reading: ReadFile,
    private readonly closing: CloseFile,
    private readonly kinds: ContinueFile,
  ) {}

  /** What the dates of a continuing file would be if it were closed on the day. */
  @Get('closing-preview')
  async previewClosing(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Query() { closedOn }: ClosingPreviewRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DateChangeView> {
    const planned = await this.closing.preview({ fileId, closedOn: localDate(closedOn) }, actor);
    return dateChangeView(planned, languageOf(request), true);
  }

  /** A continuing file takes no more documents; its period begins. */
  @Post('closing')
  @HttpCode(200)
  async close(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() { closedOn, reason }: ClosingBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    await this.closing.close({ fileId, closedOn: localDate(closedOn), reason }, actor);
    return this.reading.run(fileId, actor, languageOf(request));
  }

  /** A continuing file that was closed by mistake takes documents again, until something stands on its closing. */
  @Post('reopening')
  @HttpCode(200)
  async reopen(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() { reason }: FileReasonBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    await this.closing.reopen({ fileId, reason }, actor);
    return this.reading.run(fileId, actor, languageOf(request));
  }

  /** An open file goes on over the years until somebody closes it. */
  @Post('continuation')
  @HttpCode(200)
  async continue(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() { reason }: FileReasonBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    await this.kinds.continue({ fileId, reason }, actor);
    return this.reading.run(fileId, actor, languageOf(request));
  }

  /** A continuing file becomes one of its year again, while that year lasts. */
  @Post('continuation/end')
  @HttpCode(200)
  async endWithYear(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() { reason }: FileReasonBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    await this.kinds.endWithYear({ fileId, reason }, actor);
    return this.reading.run(fileId, actor, languageOf(request));
  }
}
