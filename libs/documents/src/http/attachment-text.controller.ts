import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CorrectableText, RecognisedWords, TextCorrection } from '@fubako/scans';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { AttachmentText } from '../app/attachment-text';

@ApiTags('documents')
@Controller('documents/:id/attachments/:attachmentId/pages/:page')
export class AttachmentTextController {
  constructor(private readonly texts: AttachmentText) {}

  /** 認識した文字 of one page of the PDF, with their places. */
  @Get('words')
  words(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentActor() actor: Actor,
  ): Promise<RecognisedWords> {
    return this.texts.words({ actor, documentId, attachmentId, page });
  }

  /** The recognised text of one page as it stands now, with every version of it. */
  @Get('text')
  text(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentActor() actor: Actor,
  ): Promise<CorrectableText> {
    return this.texts.text({ actor, documentId, attachmentId, page });
  }

  /** 文字の訂正: a new version of the recognised text; an earlier one is taken again by sending its text. */
  @Post('text')
  @HttpCode(200)
  correct(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentActor() actor: Actor,
    @Body() { text, basedOn }: TextCorrection,
  ): Promise<CorrectableText> {
    return this.texts.correct({ actor, documentId, attachmentId, page }, { text, basedOn });
  }
}
