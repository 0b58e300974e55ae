import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { StoreFigures } from '../app/store-figures';
import { StoreFiguresView } from '../app/store.views.dto';

@ApiTags('object store')
@Controller('object-store')
export class StoreController {
  constructor(private readonly figures: StoreFigures) {}

  /** How much the store holds, how it grows, and what is wrong in it; for system administrators and auditors. */
  @Get('figures')
  run(@CurrentActor() actor: Actor): Promise<StoreFiguresView> {
    return this.figures.run(actor);
  }
}
