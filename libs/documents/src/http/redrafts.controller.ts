import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
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
  ): Promise<DocumentView> {
    return this.uow.run(async () => this.views.detail(await this.redraft.run({ ...body, actor, documentId }), actor));
  }
}
