import { PageRequest, languageOf } from '@fubako/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDateAt } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import type { Request, Response } from 'express';
import { KeepSeries } from '../app/keep-series';
import { type NumberLineView, NumberLinesPage, ReservedBlockView, SeriesListView } from '../app/numbers.views.dto';
import { ReadNumberLedger } from '../app/read-number-ledger';
import { VoidNumber } from '../app/void-number';
import { type LedgerCsvLine, ledgerCsv } from '../core/ledger-csv';
import {
  LedgerOfYear,
  NumberLedgerRequest,
  ReservationRequest,
  SeriesClosureRequest,
  VoidNumberRequest,
} from './numbers.dto';
import { sendCsv } from './send-csv';

/** 番号: series, their ledgers (発番簿), and numbers that are void (欠番). */
@ApiTags('numbers')
@Controller('numbers')
export class NumbersController {
  constructor(
    private readonly series: KeepSeries,
    private readonly ledger: ReadNumberLedger,
    private readonly voidNumber: VoidNumber,
  ) {}

  /** 番号系列 that the reader may look into, of this year and the last. */
  @Get('series')
  async list(@CurrentActor() actor: Actor): Promise<SeriesListView> {
    return { items: await this.series.list(actor) };
  }

  /** 発番簿: one series of one year in the order of its numbers. */
  @Get('ledger')
  async lines(
    @Query() { series: seriesCode, ...query }: NumberLedgerRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<NumberLinesPage> {
    const page = await this.ledger.run({ ...query, seriesCode }, actor, languageOf(request));
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** 発番簿 as a spreadsheet. */
  @Get('ledger.csv')
  async csv(
    @Query() { series: seriesCode, symbol, year }: LedgerOfYear,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const lines = await this.ledger.all({ seriesCode, symbol, year }, actor);
    sendCsv(response, `発番簿-${symbol || seriesCode}-${year}.csv`, ledgerCsv(lines.map(csvLine)));
  }

  /** 欠番, latest first. */
  @Get('voids')
  async voids(
    @Query() query: PageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<NumberLinesPage> {
    const page = await this.ledger.voids(query, actor, languageOf(request));
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** 欠番簿 as a spreadsheet. */
  @Get('voids.csv')
  async voidsCsv(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    sendCsv(response, '欠番簿.csv', ledgerCsv((await this.ledger.allVoids(actor)).map(csvLine)));
  }

  /** Makes a number void, with a reason. */
  @Post('voids')
  @HttpCode(204)
  async void(@Body() body: VoidNumberRequest, @CurrentActor() actor: Actor): Promise<void> {
    const { series: seriesCode, symbol, year, serial, branch, reason } = body;
    await this.voidNumber.run({ actor, reason, number: { seriesCode, symbol, year, serial, branch } });
  }

  /** 予約: sets the next numbers of a series aside, with a reason. */
  @Post('reservations')
  reserve(@Body() body: ReservationRequest, @CurrentActor() actor: Actor): Promise<ReservedBlockView> {
    const { series: seriesCode, symbol, count, reason } = body;
    return this.series.reserve({ actor, seriesCode, symbol, count, reason });
  }

  /** 締切り of the series of a symbol, by the records office. */
  @Post('closures')
  @HttpCode(204)
  async close(@Body() body: SeriesClosureRequest, @CurrentActor() actor: Actor): Promise<void> {
    const { series: seriesCode, symbol, reason } = body;
    await this.series.close({ actor, seriesCode, symbol, reason });
  }
}

function csvLine(line: NumberLineView): LedgerCsvLine {
  const dayOf = (at: string | null) => (at === null ? '' : localDateAt(new Date(at)));
  return { ...line, issuedOn: dayOf(line.issuedAt), voidedOn: dayOf(line.voidedAt) };
}
