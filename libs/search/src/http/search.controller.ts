import type { Response } from 'express';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { OnTheBeat } from '@fubako/platform/http';
import { CountArchive } from '../app/count-archive';
import { SearchArchive } from '../app/search-archive';
import type { SearchTerms } from '../app/search-question';
import { SearchConditions, SearchQuery } from './search.dto';
import { filterOf } from './search-filter';
import { ArchiveCountView, ExactFacetsView, SearchResultView } from './search.view.dto';

@ApiTags('search')
@Controller('search')
@OnTheBeat()
export class SearchController {
  constructor(
    private readonly archive: SearchArchive,
    private readonly counting: CountArchive,
  ) {}

  /** 文書検索: everything the reader may see that meets all conditions, newest first, with count and facets over the same hits. */
  @Get()
  search(@Query() query: SearchQuery, @CurrentActor() actor: Actor): Promise<SearchResultView> {
    const { cursor, limit, sort, startYear } = query;
    const page = { limit, ...(cursor !== undefined && { cursor }), ...(startYear !== undefined && { startYear }) };
    return this.archive.run({ ...termsOf(query), sort, ...page }, actor);
  }

  /** Exact number of hits, where the search itself stops counting. Given up when the reader goes away. */
  @Get('count')
  count(
    @Query() query: SearchConditions,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ArchiveCountView> {
    return this.counting.run(termsOf(query), actor, goneWith(response));
  }

  /** Facets over all hits, where the search itself stops counting. Given up when the reader goes away. */
  @Get('facets')
  async facets(
    @Query() query: SearchConditions,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ExactFacetsView> {
    return { facets: await this.counting.facets(termsOf(query), actor, goneWith(response)) };
  }
}

/** Ends when the reader does not wait for the answer any more. */
function goneWith(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  return gone.signal;
}

function termsOf(query: SearchConditions): SearchTerms {
  return { text: query.q ?? '', filter: filterOf(query), ...(query.asWritten && { off: query.asWritten }) };
}
