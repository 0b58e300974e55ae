import { Controller, Get, Header, Param, ParseIntPipe, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { RegisterPdf } from '@fubako/rendering';
import type { Response } from 'express';
import { PrintFilingPlan, type PrintedPlan } from '../../app/plan/print-filing-plan';
import { sendPdf } from '../paper/send-pdf';
import { PlanDayRequest, dayOf } from './plan.dto';

const FILE = 'attachment; filename="filing-plan.csv"';

/** ファイル基準表 on paper and for spreadsheets. */
@ApiTags('filing plans')
@Controller('filing-plans')
export class PlanPapersController {
  constructor(
    private readonly print: PrintFilingPlan,
    private readonly pdf: RegisterPdf,
  ) {}

  /** The plan of today, or of a past day. */
  @Get('in-force/plan.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', FILE)
  @Header('Cache-Control', 'no-store')
  inForceCsv(@Query() { day }: PlanDayRequest, @CurrentActor() actor: Actor): Promise<string> {
    return this.print.csv({ day: dayOf(day) }, actor);
  }

  /** The same to print. */
  @Get('in-force/plan.pdf')
  @ApiProduces('application/pdf')
  inForcePdf(@Query() { day }: PlanDayRequest, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    return this.draw({ day: dayOf(day) }, actor, response);
  }

  /** A version, with what it changes. */
  @Get(':id/plan.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', FILE)
  @Header('Cache-Control', 'no-store')
  csv(@Param('id', ParseIntPipe) id: number, @CurrentActor() actor: Actor): Promise<string> {
    return this.print.csv({ id }, actor);
  }

  /** The same to print. */
  @Get(':id/plan.pdf')
  @ApiProduces('application/pdf')
  sheet(@Param('id', ParseIntPipe) id: number, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    return this.draw({ id }, actor, response);
  }

  private async draw(which: PrintedPlan, actor: Actor, response: Response): Promise<void> {
    const { bytes } = await this.pdf.draw(await this.print.sheet(which, actor));
    sendPdf(response, bytes, 'ファイル基準表.pdf');
  }
}
