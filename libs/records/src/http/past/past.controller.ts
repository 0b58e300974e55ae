import { Controller, Get, Param, ParseUUIDPipe, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { DocumentOnDay } from '../../app/past/past.views.dto';
import { ReadDocumentOn } from '../../app/past/read-document-on';
import { PastDayQuery } from './past.dto';

@ApiTags('documents')
@Controller('documents/:id')
export class PastController {
  constructor(private readonly reading: ReadDocumentOn) {}

  /** その日の姿: document, route, file, names and readers as they were at the end of a day (RULE-100). */
  @Get('as-of')
  asOf(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Query() { day }: PastDayQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DocumentOnDay> {
    return this.reading.run({ documentId, day: localDate(day) }, actor, languageOf(request));
  }
}
