import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { parseLocalDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { FindReadings, type ReadingInquiry } from '../app/readings/find-readings';
import { ReadingDigestsView, ReadingPage } from '../app/readings/readings.views.dto';
import { ReviewDigests } from '../app/readings/review-digests';
import { refuse } from '../errors';
import { AcknowledgeRequest, ReadingsConditions, ReadingsRequest } from './readings.dto';

/** 閲覧記録 */
@ApiTags('readings')
@Controller('readings')
export class ReadingsController {
  constructor(
    private readonly readings: FindReadings,
    private readonly reviews: ReviewDigests,
  ) {}

  /** Who saw what, since when; for auditors. Each inquiry is in the ledger itself. */
  @Get()
  @Header('Cache-Control', 'no-store')
  find(@Query() { cursor, limit, ...query }: ReadingsRequest, @CurrentActor() actor: Actor): Promise<ReadingPage> {
    return this.readings.run(inquiryOf(query), { limit, ...(cursor !== undefined && { cursor }) }, actor);
  }

  @Get('list.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="readings.csv"')
  @Header('Cache-Control', 'no-store')
  csv(@Query() query: ReadingsConditions, @CurrentActor() actor: Actor): Promise<string> {
    return this.readings.csv(inquiryOf(query), actor);
  }

  /** 特権閲覧の週次報告, the latest first; for the manager whom the municipality names, and auditors. */
  @Get('digests')
  digests(@CurrentActor() actor: Actor): Promise<ReadingDigestsView> {
    return this.reviews.list(actor);
  }

  /** The manager has looked at it. */
  @Post('digests/:id/acknowledgement')
  @HttpCode(204)
  acknowledge(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { remark = '' }: AcknowledgeRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.reviews.acknowledge(id, remark, actor);
  }
}

function inquiryOf({ about = '', reader = '', from, to, means, enteredOnly }: ReadingsConditions): ReadingInquiry {
  return {
    about,
    reader: reader.trim() === '' ? null : reader.trim(),
    from: dayOf('from', from),
    to: dayOf('to', to),
    means: means ?? null,
    enteredOnly: enteredOnly === 'true',
  };
}

function dayOf(parameter: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const day = parseLocalDate(text);
  if (day === null) throw refuse('search.no-such-day', { parameter, day: text });
  return day;
}
