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
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { SendOriginal, sendFile } from '@fubako/scans';
import type { Response } from 'express';
import { AddFile } from '../app/add-file';
import { ArrangeAttachments } from '../app/arrange-attachments';
import { AttachmentFiles } from '../app/attachment-files';
import { DocumentViews } from '../app/document-views';
import { refuse } from '../errors';
import { AddFileRequest, AttachRequest, OrderAttachmentsRequest } from './documents.dto';
import { AttachmentView, AttachmentsView } from '../app/documents.view.dto';

@ApiTags('documents')
@Controller('documents/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly arrange: ArrangeAttachments,
    private readonly addFile: AddFile,
    private readonly views: DocumentViews,
    private readonly files: AttachmentFiles,
    private readonly sendOriginal: SendOriginal,
  ) {}

  /** 添付: puts an upload into the document. */
  @Post()
  attach(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: AttachRequest,
    @CurrentActor() actor: Actor,
  ): Promise<AttachmentView> {
    return this.uow.run(async () => {
      const id = await this.arrange.add({ actor, documentId, uploadId: body.uploadId, label: body.label ?? null });
      return this.view(documentId, id, actor);
    });
  }

  /** 決裁後の追加: puts an upload beside the sealed content of a decided document (RULE-61). */
  @Post('additions')
  add(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() { uploadId, label, reason }: AddFileRequest,
    @CurrentActor() actor: Actor,
  ): Promise<AttachmentView> {
    return this.uow.run(async () => {
      const id = await this.addFile.run({ actor, documentId, uploadId, label: label ?? null, reason: reason.trim() });
      return this.view(documentId, id, actor);
    });
  }

  @Put('order')
  order(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: OrderAttachmentsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<AttachmentsView> {
    return this.uow.run(async () => {
      await this.arrange.order({ actor, documentId, ids: body.ids });
      return { items: await this.views.attachmentsOf(documentId, actor) };
    });
  }

  @Delete(':attachmentId')
  @HttpCode(204)
  async remove(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.arrange.remove({ actor, documentId, attachmentId });
  }

  /** The original bytes, as a download, never shown inline. */
  @Get(':attachmentId/original')
  async original(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.original({ actor, documentId, attachmentId });
    await this.sendOriginal.run(response, 'document', file);
  }

  /** 縮小画像: the small picture of one page, as PNG. */
  @Get(':attachmentId/thumbnails/:page')
  async thumbnail(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.files.thumbnail({ actor, documentId, attachmentId }, page), 'inline');
  }

  /** The PDF for the viewer in the page. */
  @Get(':attachmentId/pdf')
  async pdf(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.pdf({ actor, documentId, attachmentId });
    await sendFile(response, file, 'inline');
  }

  private async view(documentId: string, id: string, actor: Actor): Promise<AttachmentView> {
    const view = (await this.views.attachmentsOf(documentId, actor)).find((attachment) => attachment.id === id);
    if (!view) throw refuse('documents.unknown-attachment', { attachmentId: id });
    return view;
  }
}
