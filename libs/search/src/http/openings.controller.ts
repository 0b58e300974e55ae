import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { SendOriginal } from '@fubako/scans';
import type { Response } from 'express';
import { OpenTitle } from '../app/open-title';
import { OpenedDocumentView, OpeningRequest, OpeningView } from './openings.dto';

/** 件名のみの閲覧: documents that a records officer opens for a stated reason. */
@ApiTags('search')
@Controller('search/openings')
export class OpeningsController {
  constructor(
    private readonly openings: OpenTitle,
    private readonly sendOriginal: SendOriginal,
  ) {}

  /** Writes the reason into the ledger; the document is read under the id that comes back. */
  @Post()
  async open(@Body() { documentId, reason }: OpeningRequest, @CurrentActor() actor: Actor): Promise<OpeningView> {
    const { id, closesAt } = await this.openings.run(documentId, reason, actor);
    return { id, closesAt: closesAt.toISOString() };
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  read(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<OpenedDocumentView> {
    return this.openings.read(id, actor);
  }

  /** One of its attachments as it came. */
  @Get(':id/attachments/:attachmentId')
  async file(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.openings.file(id, attachmentId, actor);
    await this.sendOriginal.run(response, 'opening', file);
  }
}
