import { Controller, Get, Header, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import { separatorSheet } from '@fubako/scans';
import type { Request } from 'express';
import { ListScanArrivals } from '../app/list-scan-arrivals';
import { ScanArrivalPage } from '../app/scan-arrivals.view.dto';
import { ListScanArrivalsRequest } from './scan-arrivals.dto';

/** スキャナー取込み: what became of the files that lay in the inlets. */
@ApiTags('receipts')
@Controller('scan-arrivals')
export class ScanArrivalsController {
  constructor(private readonly arrivals: ListScanArrivals) {}

  /** Latest first; for records clerks those of their sections. */
  @Get()
  async page(
    @Query() query: ListScanArrivalsRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ScanArrivalPage> {
    const { items, ...page } = await this.arrivals.run(query, actor, languageOf(request));
    return { ...page, items: [...items] };
  }

  /** 仕切り紙: to be printed and laid between the papers of a batch. */
  @Get('separator.pdf')
  @ApiProduces('application/pdf')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Disposition', 'inline; filename="separator.pdf"')
  async separator(): Promise<StreamableFile> {
    return new StreamableFile(await separatorSheet());
  }
}
