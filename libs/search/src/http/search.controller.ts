import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type LocalDate, parseLocalDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { SearchArchive } from '../app/search-archive';
import type { SearchFilter } from '../core/question';
import { refuse } from '../errors';
import { SearchQuery } from './search.dto';
import { SearchResultView } from './search.view.dto';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly archive: SearchArchive) {}

  /** 文書検索: everything the reader may see that has all the words, newest first, with count and facets over the same hits. */
  @Get()
  search(@Query() query: SearchQuery, @CurrentActor() actor: Actor): Promise<SearchResultView> {
    const { q, cursor, limit } = query;
    return this.archive.run(
      { text: q ?? '', filter: filterOf(query), limit, ...(cursor === undefined ? {} : { cursor }) },
      actor,
    );
  }
}

function filterOf({ fiscalYear, unit, state, matterType, from, to }: SearchQuery): SearchFilter {
  return {
    ...(fiscalYear && { fiscalYears: fiscalYear }),
    ...(unit && { units: unit }),
    ...(state && { states: state }),
    ...(matterType && { matterTypes: matterType }),
    ...(from !== undefined && { from: dayOf('from', from) }),
    ...(to !== undefined && { to: dayOf('to', to) }),
  };
}

function dayOf(parameter: string, text: string): LocalDate {
  const day = parseLocalDate(text);
  if (day === null) throw refuse('search.no-such-day', { parameter, day: text });
  return day;
}
