import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { etagOf, expectedVersionOf, languageOf } from '@fubako/platform/http';
import type { Request, Response } from 'express';
import { CreateDraft } from '../app/create-draft';
import { DocumentViews } from '../app/document-views';
import { EditDraft } from '../app/edit-draft';
import { ListDocuments } from '../app/list-documents';
import { TakeOverDraft } from '../app/take-over-draft';
import { CreateDocumentRequest, EditDocumentRequest, ListDocumentsQuery } from './documents.dto';
import { DocumentPage, DocumentView } from '../app/documents.view.dto';

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly createDraft: CreateDraft,
    private readonly editDraft: EditDraft,
    private readonly listDocuments: ListDocuments,
    private readonly views: DocumentViews,
    private readonly takeOverDraft: TakeOverDraft,
  ) {}

  /** 起案: opens a draft. */
  @Post()
  create(
    @Body() body: CreateDocumentRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DocumentView> {
    const language = languageOf(request);
    return this.uow.run(async () => this.views.detail(await this.createDraft.run({ ...body, actor }), actor, language));
  }

  /** Documents of mine or of my sections, latest change first. */
  @Get()
  async list(@Query() query: ListDocumentsQuery, @CurrentActor() actor: Actor): Promise<DocumentPage> {
    const page = await this.listDocuments.run(query, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** One document; the `ETag` goes into `If-Match` of the next change. */
  @Get(':id')
  async detail(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DocumentView> {
    const view = await this.views.detail(id, actor, languageOf(request));
    response.setHeader('ETag', etagOf(view.version));
    return view;
  }

  /** Saves a draft. Needs `If-Match`. */
  @Patch(':id')
  edit(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: EditDocumentRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DocumentView> {
    const expectedVersion = expectedVersionOf(request);
    return this.uow.run(async () => {
      await this.editDraft.run({ ...body, actor, documentId, expectedVersion });
      return this.views.detail(documentId, actor, languageOf(request));
    });
  }

  /** 引受け of a draft whose drafter has left the section (RULE-102). */
  @Post(':id/takeovers')
  takeOver(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DocumentView> {
    return this.uow.run(async () => {
      await this.takeOverDraft.run(documentId, actor);
      return this.views.detail(documentId, actor, languageOf(request));
    });
  }
}
