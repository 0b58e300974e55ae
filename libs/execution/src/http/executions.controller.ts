import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDateAt } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import type { Response } from 'express';
import { PendingExecutionsPage, RegisterPage, type RegisterLineView } from '../app/execution.views.dto';
import { ListPending } from '../app/list-pending';
import { ReadRegisters, type RegisterKind } from '../app/read-registers';
import { type RegisterCsvLine, channelWords, registerCsv } from '../core/register-csv';
import { PendingQueryDto, RegisterFilterDto, RegisterLinesRequest } from './execution.dto';
import { sendCsv } from './send-csv';

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

  /** 公印使用簿 */
  @Get('seals')
  seals(@Query() query: RegisterLinesRequest, @CurrentActor() actor: Actor): Promise<RegisterPage> {
    return this.page('seal', query, actor);
  }

  /** 公印使用簿 as a spreadsheet. */
  @Get('seals.csv')
  async sealsCsv(@Query() query: RegisterFilterDto, @CurrentActor() actor: Actor, @Res() to: Response): Promise<void> {
    sendCsv(to, '公印使用簿.csv', await this.csv('seal', query, actor));
  }

  /** 発送簿 */
  @Get('dispatches')
  dispatches(@Query() query: RegisterLinesRequest, @CurrentActor() actor: Actor): Promise<RegisterPage> {
    return this.page('dispatch', query, actor);
  }

  /** 発送簿 as a spreadsheet. */
  @Get('dispatches.csv')
  async dispatchesCsv(
    @Query() query: RegisterFilterDto,
    @CurrentActor() actor: Actor,
    @Res() to: Response,
  ): Promise<void> {
    sendCsv(to, '発送簿.csv', await this.csv('dispatch', query, actor));
  }

  private async page(kind: RegisterKind, query: RegisterLinesRequest, actor: Actor): Promise<RegisterPage> {
    const page = await this.readRegisters.run({ ...query, kind }, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  private async csv(kind: RegisterKind, query: RegisterFilterDto, actor: Actor): Promise<string> {
    return registerCsv(kind, (await this.readRegisters.all({ ...query, kind }, actor)).map(csvLine));
  }
}

function csvLine({ channel, addressees, undone, recordedAt, ...line }: RegisterLineView): RegisterCsvLine {
  return {
    ...line,
    addressees: addressees.join('\n'),
    channel: channelWords(channel),
    recordedOn: localDateAt(new Date(recordedAt)),
    undone: undone ? '取消済' : '',
  };
}
