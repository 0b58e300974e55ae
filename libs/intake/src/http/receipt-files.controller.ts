import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import { SendOriginal, sendFile } from '@fubako/scans';
import type { Request, Response } from 'express';
import { ArrangeReceiptAttachments } from '../app/arrange-receipt-attachments';
import { ReceiptFiles } from '../app/receipt-files';
import { ReceiptViews } from '../app/receipt-views';
import { ReceiptView } from '../app/receipts.view.dto';
import { AttachToReceiptRequest, OrderReceiptFilesRequest } from './receipts.dto';

@ApiTags('receipts')
@Controller('receipts/:id/attachments')
export class ReceiptFilesController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly arrange: ArrangeReceiptAttachments,
    private readonly views: ReceiptViews,
    private readonly files: ReceiptFiles,
    private readonly sendOriginal: SendOriginal,
  ) {}

  /** 添付: puts an upload into the receipt. */
  @Post()
  attach(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Body() { uploadId, label }: AttachToReceiptRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReceiptView> {
    return this.uow.run(async () => {
      await this.arrange.add({ actor, receiptId, uploadId, label: label ?? null });
      return this.views.detail(receiptId, actor, languageOf(request));
    });
  }

  /** The order in which the files stand. */
  @Put('order')
  order(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Body() { ids }: OrderReceiptFilesRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReceiptView> {
    return this.uow.run(async () => {
      await this.arrange.order({ actor, receiptId, ids });
      return this.views.detail(receiptId, actor, languageOf(request));
    });
  }

  @Delete(':attachmentId')
  @HttpCode(204)
  async remove(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.arrange.remove({ actor, receiptId, attachmentId });
  }

  /** The original bytes, as a download, never shown inline. */
  @Get(':attachmentId/original')
  async original(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.original({ actor, receiptId, attachmentId });
    await this.sendOriginal.run(response, 'receipt', file);
  }

  /** 縮小画像: the small picture of one page, as PNG. */
  @Get(':attachmentId/thumbnails/:page')
  async thumbnail(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.files.thumbnail({ actor, receiptId, attachmentId }, page), 'inline');
  }

  /** The PDF for the viewer in the page. */
  @Get(':attachmentId/pdf')
  async pdf(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.files.pdf({ actor, receiptId, attachmentId }), 'inline');
  }
}
