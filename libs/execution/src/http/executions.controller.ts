import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { PendingExecutionsPage, RegisterPage } from '../app/execution.views.dto';
import { ListPending } from '../app/list-pending';
import { ReadRegisters } from '../app/read-registers';
import { PendingQueryDto, RegisterQueryDto } from './execution.dto';

@ApiTags('execution')
@Controller('executions')
export class ExecutionsController {
  constructor(
    private readonly listPending: ListPending,
    private readonly readRegisters: ReadRegisters,
  ) {}

  /** 決裁済未施行: decided and not gone out, the oldest decision first. */
  @Get('pending')
  async pending(@Query() query: PendingQueryDto, @CurrentActor() actor: Actor): Promise<PendingExecutionsPage> {
    const page = await this.listPending.run(query, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** 公印台帳 */
  @Get('seals')
  async seals(@Query() query: RegisterQueryDto, @CurrentActor() actor: Actor): Promise<RegisterPage> {
    const page = await this.readRegisters.run({ ...query, kind: 'seal' }, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** 発送簿 */
  @Get('dispatches')
  async dispatches(@Query() query: RegisterQueryDto, @CurrentActor() actor: Actor): Promise<RegisterPage> {
    const page = await this.readRegisters.run({ ...query, kind: 'dispatch' }, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }
}
