import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LocalDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { LendFiles } from '../../app/paper/lend-files';
import { LoansView, NewIdView } from '../../app/paper/paper.views.dto';
import { ReadPaper } from '../../app/paper/read-paper';
import { LoanRequest, LoansRequest, PaperReasonRequest } from './paper.dto';

/** 貸出 */
@ApiTags('paper')
@Controller('loans')
export class LoansController {
  constructor(
    private readonly lending: LendFiles,
    private readonly read: ReadPaper,
  ) {}

  /** 貸出簿: what is asked for and what is out; with `all`, what came back too. */
  @Get()
  async list(@Query() { all }: LoansRequest, @CurrentActor() actor: Actor): Promise<LoansView> {
    return { items: await this.read.loans(actor, { all: all === 'true' }) };
  }

  /** 借覧の申込み */
  @Post()
  async request(@Body() { dueOn, ...body }: LoanRequest, @CurrentActor() actor: Actor): Promise<NewIdView> {
    return { id: await this.lending.request({ actor, ...body, dueOn: dueOn as LocalDate }) };
  }

  @Post(':id/lending')
  @HttpCode(204)
  lend(@Param('id', ParseUUIDPipe) loanId: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.lending.lend({ actor, loanId });
  }

  @Post(':id/refusal')
  @HttpCode(204)
  refuse(
    @Param('id', ParseUUIDPipe) loanId: string,
    @Body() { reason }: PaperReasonRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.lending.refuse({ actor, loanId, reason });
  }

  /** 返却 */
  @Post(':id/return')
  @HttpCode(204)
  takeBack(@Param('id', ParseUUIDPipe) loanId: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.lending.takeBack({ actor, loanId });
  }
}
