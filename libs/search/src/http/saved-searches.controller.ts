import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { OnTheBeat } from '@fubako/platform/http';
import { SavedSearches } from '../app/saved-searches';
import { Subscribe } from '../app/subscribe';
import {
  ArrangeSavedSearchesRequest,
  ChangeSavedSearchRequest,
  SaveSearchRequest,
  SavedSearchCreated,
  SavedSearchesView,
} from './saved-searches.dto';
import { filterOf } from './search-filter';

/** 条件の保存・新着の通知 */
@ApiTags('search')
@Controller('search/saved')
export class SavedSearchesController {
  constructor(
    private readonly searches: SavedSearches,
    private readonly subscriptions: Subscribe,
  ) {}

  /** One's own and those shared with one's units, in one's own order. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<SavedSearchesView> {
    return { items: await this.searches.list(actor), units: await this.searches.shareableUnits(actor) };
  }

  @Post()
  async save(
    @Body() { name, conditions, unitCode = null }: SaveSearchRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SavedSearchCreated> {
    filterOf(conditions);
    return { id: await this.searches.save({ name, conditions: { ...conditions }, unitCode }, actor) };
  }

  /** The order in which one sees them. */
  @Put('order')
  @HttpCode(204)
  async arrange(@Body() { ids }: ArrangeSavedSearchesRequest, @CurrentActor() actor: Actor): Promise<void> {
    await this.searches.arrange(ids, actor);
  }

  /** Renames or shares. */
  @Patch(':id')
  @HttpCode(204)
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() wish: ChangeSavedSearchRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.searches.change(id, wish, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.searches.remove(id, actor);
  }

  /** From now on, new hits are news. */
  @Post(':id/subscription')
  @OnTheBeat()
  @HttpCode(204)
  async subscribe(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.subscriptions.run(id, actor);
  }

  @Delete(':id/subscription')
  @HttpCode(204)
  async unsubscribe(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.subscriptions.stop(id, actor);
  }
}
