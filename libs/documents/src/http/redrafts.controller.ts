import { Body, Controller, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { DocumentViews } from '../app/document-views';
import { DocumentView } from '../app/documents.view.dto';
import { RedraftDocument } from '../app/redraft-document';
import { RedraftRequest } from './documents.dto';

@ApiTags('documents')
@Controller('documents/:id/redrafts')
export class RedraftsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly redraft: RedraftDocument,
    private readonly views: DocumentViews,
  ) {}

  /** 再起案: opens a new draft with the content and the attachments of a finished document. */
  @Post()
  create(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: RedraftRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DocumentView> {
    return this.uow.run(async () =>
      this.views.detail(await this.redraft.run({ ...body, actor, documentId }), actor, languageOf(request)),
    );
  }
}
