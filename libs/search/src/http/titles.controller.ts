import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { FindTitles } from '../app/find-titles';
import { SearchConditions } from './search.dto';
import { filterOf } from './search-filter';

export class TitleOnlyView {
  documentId: string;
  title: string;

  /** Marked stretches as UTF-16 offsets of `title`, the end not included. */
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
  })
  titleMarks: [number, number][];

  number: string | null;
}

export class TitlesOnlyView {
  /** Whether the reader may know of titles, and the question is one of words alone. */
  isOffered: boolean;

  @ApiProperty({ type: [TitleOnlyView] })
  items: readonly TitleOnlyView[];

  /** There are more than are shown. */
  more: boolean;
}

/** 件名のみの閲覧 */
@ApiTags('search')
@Controller('search/titles')
export class TitlesController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly titles: FindTitles,
  ) {}

  /** To records officers: what they may not read, by title and number, when words alone are asked (domain 6). */
  @Get()
  async find(@Query() query: SearchConditions, @CurrentActor() actor: Actor): Promise<TitlesOnlyView> {
    const found = await this.uow.read(() => this.titles.run(query.q ?? '', filterOf(query), actor));
    return found ? { isOffered: true, ...found } : { isOffered: false, items: [], more: false };
  }
}
