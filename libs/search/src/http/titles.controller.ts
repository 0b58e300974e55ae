import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { OnTheBeat } from '@fubako/platform/http';
import { FindTitles } from '../app/find-titles';
import { SearchConditions } from './search.dto';
import { filterOf } from './search-filter';
import { TitlesOnlyView } from './titles.dto';

/** 件名のみの閲覧 */
@ApiTags('search')
@Controller('search/titles')
@OnTheBeat()
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
