import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CorrectableText, RecognisedWords, TextCorrection } from '@fubako/scans';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { ReceiptText } from '../app/receipt-text';

@ApiTags('receipts')
@Controller('receipts/:id/attachments/:attachmentId/pages/:page')
export class ReceiptTextController {
  constructor(private readonly texts: ReceiptText) {}

  /** 認識した文字 of one page of the PDF, with their places. */
  @Get('words')
  words(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentActor() actor: Actor,
  ): Promise<RecognisedWords> {
    return this.texts.words({ actor, receiptId, attachmentId, page });
  }

  /** The recognised text of one page as it stands now, with every version of it. */
  @Get('text')
  text(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentActor() actor: Actor,
  ): Promise<CorrectableText> {
    return this.texts.text({ actor, receiptId, attachmentId, page });
  }

  /** 文字の訂正: a new version of the recognised text; an earlier one is taken again by sending its text. */
  @Post('text')
  @HttpCode(200)
  correct(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentActor() actor: Actor,
    @Body() { text, basedOn }: TextCorrection,
  ): Promise<CorrectableText> {
    return this.texts.correct({ actor, receiptId, attachmentId, page }, { text, basedOn });
  }
}
