import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import { KeepSavedViews } from '../app/keep-saved-views';
import { SavedView, SavedViewList } from '../app/saved-views.views.dto';
import { SaveViewRequest } from './saved-views.dto';

@ApiTags('approvals')
@Controller('inbox/saved-views')
export class SavedViewsController {
  constructor(private readonly views: KeepSavedViews) {}

  /** Saved views of the reader, and those shared with the reader's sections, with their counts. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Req() request: Request): Promise<SavedViewList> {
    return { items: await this.views.list(actor, languageOf(request)) };
  }

  /** Saves conditions and an order under a name. */
  @Post()
  save(@Body() body: SaveViewRequest, @CurrentActor() actor: Actor, @Req() request: Request): Promise<SavedView> {
    const { name, shared = false, view = 'all', ...rest } = body;
    return this.views.save({ actor, language: languageOf(request), name, shared, conditions: { view, ...rest } });
  }

  /** By whoever saved it. */
  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.views.remove(id, actor);
  }
}
