import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { OnTheBeat } from '@fubako/platform/http';
import { FindDisposed } from '../app/find-disposed';
import { DisposedView } from './disposed.dto';
import { SearchConditions } from './search.dto';
import { filterOf } from './search-filter';

/** 廃棄・移管の記録 */
@ApiTags('search')
@Controller('search/disposed')
@OnTheBeat()
export class DisposedController {
  constructor(private readonly disposed: FindDisposed) {}

  /** What the registers of disposals that the reader may see hold, when words alone are asked: number, title, file and day. */
  @Get()
  async find(@Query() query: SearchConditions, @CurrentActor() actor: Actor): Promise<DisposedView> {
    const found = await this.disposed.run(query.q ?? '', filterOf(query), actor);
    return found ? { isOffered: true, ...found } : { isOffered: false, items: [], more: false };
  }
}
