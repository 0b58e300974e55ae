import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { MarkRead } from '../app/mark-read';
import { ReadMarksRequest } from './documents.dto';

@ApiTags('documents')
@Controller('documents/:id/read-marks')
export class ReadMarksController {
  constructor(private readonly markRead: MarkRead) {}

  /** 既読: marks the document and these attachments as opened by the reader. */
  @Post()
  @HttpCode(204)
  async read(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: ReadMarksRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.markRead.run({ documentId, attachmentIds: body.attachmentIds, actor });
  }
}
