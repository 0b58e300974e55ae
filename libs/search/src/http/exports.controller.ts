import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendFile } from '@fubako/scans';
import { NeedsProof } from '@fubako/identity';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { OnTheBeat, TakingQuery } from '@fubako/platform/http';
import type { Response } from 'express';
import { Exports } from '../app/exports';
import { OrderExport } from '../app/order-export';
import { ExportRequest, ExportView, exportViewOf } from './exports.dto';
import { filterOf } from './search-filter';

/** 書き出し */
@ApiTags('search')
@Controller('search/exports')
export class ExportsController {
  constructor(
    private readonly ordering: OrderExport,
    private readonly exports: Exports,
  ) {}

  /** One's own, the latest first. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<ExportView[]> {
    return (await this.exports.list(actor)).map(exportViewOf);
  }

  /** Writes the reason into the ledger; the worker makes the file. */
  @Post()
  @OnTheBeat()
  @NeedsProof('export')
  async order(@Body() { kind, conditions, reason }: ExportRequest, @CurrentActor() actor: Actor): Promise<ExportView> {
    filterOf(conditions);
    const id = await this.ordering.run({ kind, conditions: { ...conditions }, reason }, actor);
    return exportViewOf(await this.exports.find(id, actor));
  }

  @Get(':id')
  async find(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { taking }: TakingQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ExportView> {
    return exportViewOf(await this.exports.find(id, actor, taking === 'true'));
  }

  @Get(':id/file')
  async file(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.exports.file(id, actor), 'attachment');
  }

  /** Stops it, or throws it away. */
  @Delete(':id')
  @HttpCode(204)
  async cancel(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.exports.cancel(id, actor);
  }
}
