import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { expectedVersionOf, languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { DefinitionDraftAddresses, DefinitionDraftView } from '../../app/definitions/definition-views.dto';
import { DraftDefinition } from '../../app/definitions/draft-definition';
import { ProposeDefinition } from '../../app/definitions/propose-definition';
import { ReadDefinitions } from '../../app/definitions/read-definitions';
import {
  DefinitionDraftEdit,
  DefinitionDraftsQuery,
  DefinitionPublicationRequest,
  NewDefinitionDraft,
} from './definitions.dto';

/** Drafts of forms and matter types. What changes one needs `If-Match` with the `revision` that was seen. */
@ApiTags('definitions')
@Controller('definition-drafts')
export class DefinitionDraftsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly definitions: ReadDefinitions,
    private readonly drafts: DraftDefinition,
    private readonly proposals: ProposeDefinition,
  ) {}

  /** 下書き: begins the next version as a copy of the newest, or something new. */
  @Post()
  begin(
    @Body() { kind, code, name }: NewDefinitionDraft,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DefinitionDraftView> {
    return this.uow.run(async () => {
      const id = await this.drafts.begin(actor, { kind, code, name: name ?? null });
      return this.definitions.draft(id, actor, languageOf(request));
    });
  }

  /** The drafts that a document proposes, for whoever may see them: none for others. */
  @Get()
  ofDocument(
    @Query() { documentId }: DefinitionDraftsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<DefinitionDraftAddresses> {
    return this.definitions.ofDocument(documentId, actor);
  }

  /** A draft with 新旧対照 and what is wrong with it; its `revision` goes into `If-Match` of the next change. */
  @Get(':id')
  one(
    @Param('id', ParseIntPipe) id: number,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DefinitionDraftView> {
    return this.definitions.draft(id, actor, languageOf(request));
  }

  /** The whole content anew. Needs `If-Match`. */
  @Put(':id')
  edit(
    @Param('id', ParseIntPipe) id: number,
    @Body() { content, note }: DefinitionDraftEdit,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DefinitionDraftView> {
    const revision = expectedVersionOf(request);
    return this.uow.run(async () => {
      await this.drafts.edit(id, actor, { revision, content, note: note ?? null });
      return this.definitions.draft(id, actor, languageOf(request));
    });
  }

  /** Throws a draft away. Needs `If-Match`. */
  @Delete(':id')
  @HttpCode(204)
  discard(@Param('id', ParseIntPipe) id: number, @CurrentActor() actor: Actor, @Req() request: Request): Promise<void> {
    return this.drafts.discard(id, actor, expectedVersionOf(request));
  }

  /** 公布: submits the decision on it, which publishes it from `validFrom` on. Needs `If-Match`. */
  @Post(':id/publication')
  propose(
    @Param('id', ParseIntPipe) id: number,
    @Body() { validFrom }: DefinitionPublicationRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DefinitionDraftView> {
    const revision = expectedVersionOf(request);
    return this.uow.run(async () => {
      await this.proposals.run(id, actor, { revision, validFrom: localDate(validFrom) });
      return this.definitions.draft(id, actor, languageOf(request));
    });
  }
}
