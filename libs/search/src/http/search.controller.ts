import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { SearchArchive } from '../app/search-archive';
import { SearchQuery } from './search.dto';
import { filterOf } from './search-filter';
import { SearchResultView } from './search.view.dto';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly archive: SearchArchive) {}

  /** 文書検索: everything the reader may see that has all the words, newest first, with count and facets over the same hits. */
  @Get()
  search(@Query() query: SearchQuery, @CurrentActor() actor: Actor): Promise<SearchResultView> {
    const { q, cursor, limit, sort, startYear } = query;
    const page = { limit, ...(cursor !== undefined && { cursor }), ...(startYear !== undefined && { startYear }) };
    return this.archive.run({ text: q ?? '', filter: filterOf(query), sort, ...page }, actor);
  }
}
