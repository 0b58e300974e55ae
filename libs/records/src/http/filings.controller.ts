import { Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { CloseDocument } from '../app/close-document';
import { ReadFiling } from '../app/read-filing';
import { FilingView } from '../app/records.views.dto';

@ApiTags('records')
@Controller('documents/:id')
export class FilingsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly readFiling: ReadFiling,
    private readonly closeDocument: CloseDocument,
  ) {}

  /** Where a decided document is filed, until when it is kept and why. */
  @Get('filing')
  filing(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingView> {
    return this.readFiling.run(id, actor, languageOf(request));
  }

  /** 完結: today the handling of the matter is finished. */
  @Post('closure')
  close(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FilingView> {
    return this.uow.run(async () => {
      await this.closeDocument.run({ actor, documentId });
      return this.readFiling.run(documentId, actor, languageOf(request));
    });
  }
}
