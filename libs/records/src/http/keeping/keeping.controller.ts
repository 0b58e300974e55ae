import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { AskForExtension } from '../../app/keeping/ask-for-extension';
import { ExtensionBatchView, ExtensionBatchesView, ExtensionItemsView } from '../../app/keeping/extensions.views.dto';
import { DueFilePage, RecordsOverview } from '../../app/keeping/keeping.views.dto';
import { ListDueFiles } from '../../app/keeping/list-due-files';
import { ReadExtensions } from '../../app/keeping/read-extensions';
import { ReadOverview } from '../../app/keeping/read-overview';
import { DueFilesRequest, ExtensionBody, ExtensionItemsRequest } from './keeping.dto';

@ApiTags('records')
@Controller('records')
export class KeepingController {
  constructor(
    private readonly overviews: ReadOverview,
    private readonly dueFiles: ListDueFiles,
    private readonly asking: AskForExtension,
    private readonly extensions: ReadExtensions,
  ) {}

  /** What is due this fiscal year, unknown, held, to be reviewed: of the files that I may see. */
  @Get('overview')
  overview(@CurrentActor() actor: Actor): Promise<RecordsOverview> {
    return this.overviews.run(actor);
  }

  /** 満了簿冊 of a fiscal year, or everything whose expiry has passed. */
  @Get('due-files')
  async due(
    @Query() query: DueFilesRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DueFilePage> {
    const page = await this.dueFiles.run(query, actor, languageOf(request));
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** 延長 of many files; the worker goes through them, each with an outcome of its own. */
  @Post('extensions')
  @HttpCode(202)
  async extend(@Body() body: ExtensionBody, @CurrentActor() actor: Actor): Promise<ExtensionBatchView> {
    return this.extensions.run(await this.asking.run(body, actor), actor);
  }

  /** The latest batches: mine, and for the records office those of everybody. */
  @Get('extensions')
  async batches(@CurrentActor() actor: Actor): Promise<ExtensionBatchesView> {
    return { items: await this.extensions.latest(actor) };
  }

  @Get('extensions/:id')
  extension(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ExtensionBatchView> {
    return this.extensions.run(id, actor);
  }

  @Get('extensions/:id/items')
  async items(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { outcome }: ExtensionItemsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ExtensionItemsView> {
    return { items: await this.extensions.items(id, outcome, actor) };
  }

  @Post('extensions/:id/stop')
  @HttpCode(200)
  async stop(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ExtensionBatchView> {
    await this.asking.stop(id, actor);
    return this.extensions.run(id, actor);
  }

  @Post('extensions/:id/resumption')
  @HttpCode(200)
  async resume(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ExtensionBatchView> {
    await this.asking.resume(id, actor);
    return this.extensions.run(id, actor);
  }
}
