import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type LocalDate, localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { PageRequest, languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { ChangeRetention } from '../../app/keeping/change-retention';
import { dateChangeView } from '../../app/keeping/date-change-view';
import { DateChangeView, FileDocumentPage, RecordFileDetail } from '../../app/keeping/keeping.views.dto';
import { ReadFile } from '../../app/keeping/read-file';
import { RemoveFile } from '../../app/keeping/remove-file';
import { ReviewFile } from '../../app/keeping/review-file';
import { type EventRequest, SetEvent } from '../../app/keeping/set-event';
import { SplitFile } from '../../app/keeping/split-file';
import {
  EventBody,
  EventPreviewRequest,
  FileReasonBody,
  RetentionBody,
  RetentionPreviewRequest,
  ReviewBody,
  SplitBody,
} from './keeping.dto';

@ApiTags('records')
@Controller('record-files/:id')
export class KeptFilesController {
  constructor(
    private readonly reading: ReadFile,
    private readonly events: SetEvent,
    private readonly retention: ChangeRetention,
    private readonly reviewing: ReviewFile,
    private readonly splitting: SplitFile,
    private readonly removing: RemoveFile,
  ) {}

  /** 簿冊 with its dates, why they are so, its holds, and what I may do. */
  @Get()
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    return this.reading.run(id, actor, languageOf(request));
  }

  @Get('documents')
  async documents(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageRequest,
    @CurrentActor() actor: Actor,
  ): Promise<FileDocumentPage> {
    const page = await this.reading.contents(id, query, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** What the dates of the file would be with this 特定日. */
  @Get('event-preview')
  async previewEvent(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Query() { eventOn }: EventPreviewRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DateChangeView> {
    const day = eventOn === undefined ? null : localDate(eventOn);
    const planned = await this.events.preview({ fileId }, day, actor);
    const needsReason = planned.some(({ row }) => row.eventOn !== null && row.eventOn !== day);
    return dateChangeView(planned, languageOf(request), needsReason);
  }

  /** 特定日 of everything in the file. */
  @Post('event')
  @HttpCode(200)
  async setEvent(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() body: EventBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    await this.events.run({ fileId, ...eventOf(body) }, actor);
    return this.reading.run(fileId, actor, languageOf(request));
  }

  /** What the dates of the file would be under another retention class. */
  @Get('retention-preview')
  async previewRetention(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Query() { retentionClass }: RetentionPreviewRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DateChangeView> {
    const planned = await this.retention.preview({ fileId, retentionClass }, actor);
    return dateChangeView(planned, languageOf(request), true);
  }

  /** Another retention class for the file; never shorter unless that is meant, never shorter under a hold. */
  @Post('retention')
  @HttpCode(200)
  async changeRetention(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() { retentionClass, reason, shorten = false }: RetentionBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    await this.retention.run({ fileId, retentionClass, reason, shorten }, actor);
    return this.reading.run(fileId, actor, languageOf(request));
  }

  /** 分冊: documents go into a volume beside the file, with its terms. @returns the new file */
  @Post('splits')
  async split(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() { title, carryHolds = false, ...body }: SplitBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    const id = await this.splitting.run({ fileId, title: title ?? null, carryHolds, ...body }, actor);
    return this.reading.run(id, actor, languageOf(request));
  }

  /** 見直し of what has no end date: it is kept on, and looked at again on another day. */
  @Post('review')
  @HttpCode(200)
  async review(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() { nextOn, ground }: ReviewBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    await this.reviewing.run({ fileId, nextOn: localDate(nextOn), ground }, actor);
    return this.reading.run(fileId, actor, languageOf(request));
  }

  /** 登録の抹消 of a file that was closed without anything in it. */
  @Post('removal')
  @HttpCode(200)
  async remove(
    @Param('id', ParseUUIDPipe) fileId: string,
    @Body() { reason }: FileReasonBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecordFileDetail> {
    await this.removing.run({ fileId, reason }, actor);
    return this.reading.run(fileId, actor, languageOf(request));
  }
}

/** What of an event was said. */
export function eventOf(body: EventBody): Omit<EventRequest, 'fileId' | 'documentId'> {
  const { eventOn, reason = null, seenExpiry } = body;
  return { eventOn: dayOf(eventOn), reason, ...(seenExpiry === undefined ? {} : { seenExpiry: dayOf(seenExpiry) }) };
}

const dayOf = (text: string | null): LocalDate | null => (text === null ? null : localDate(text));
