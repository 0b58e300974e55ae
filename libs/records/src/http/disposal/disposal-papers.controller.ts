import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { formatFiscalYear } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import type { Response } from 'express';
import { RegisterView } from '../../app/disposal/disposal.views.dto';
import { DrawCertificate } from '../../app/disposal/draw-certificate';
import { DrawInventory } from '../../app/disposal/draw-inventory';
import { DrawRegister } from '../../app/disposal/draw-register';
import { ReadRegister } from '../../app/disposal/read-register';
import { registerCsv } from '../../core/disposal/register-csv';
import { RegisterRequest } from './disposal.dto';

const TITLES = { destroyed: '廃棄簿', transferred: '移管簿' } as const;

/** 廃棄証明書, 廃棄簿, 移管簿, 移管目録 */
@ApiTags('disposal')
@Controller()
export class DisposalPapersController {
  constructor(
    private readonly register: ReadRegister,
    private readonly certificate: DrawCertificate,
    private readonly paper: DrawRegister,
    private readonly inventory: DrawInventory,
  ) {}

  /** 廃棄証明書 (PDF) */
  @Get('disposal-batches/:id/certificate.pdf')
  async certificatePdf(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    send(response, {
      name: '廃棄証明書.pdf',
      type: PDF,
      body: Buffer.from((await this.certificate.run(id, actor)).bytes),
    });
  }

  /** 移管目録 of a batch (CSV): what goes to the archives, and what has gone. */
  @Get('disposal-batches/:id/inventory.csv')
  async inventoryCsv(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    send(response, { name: '移管目録.csv', type: CSV, body: await this.inventory.csv(id, actor) });
  }

  /** 移管目録 of a batch (PDF) */
  @Get('disposal-batches/:id/inventory.pdf')
  async inventoryPdf(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    send(response, { name: '移管目録.pdf', type: PDF, body: Buffer.from((await this.inventory.run(id, actor)).bytes) });
  }

  /** 廃棄簿 or 移管簿 of a year. */
  @Get('disposal-register')
  async lines(@Query() query: RegisterRequest, @CurrentActor() actor: Actor): Promise<RegisterView> {
    return { items: await this.register.ofYear(query, actor) };
  }

  /** 廃棄簿 or 移管簿 as a spreadsheet. */
  @Get('disposal-register.csv')
  async csv(@Query() query: RegisterRequest, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const lines = await this.register.ofYear(query, actor);
    send(response, { name: `${titleOf(query)}.csv`, type: CSV, body: registerCsv(lines) });
  }

  /** 廃棄簿 or 移管簿 for printing. */
  @Get('disposal-register.pdf')
  async pdf(@Query() query: RegisterRequest, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const drawn = await this.paper.run(titleOf(query), await this.register.ofYear(query, actor), actor);
    send(response, { name: `${titleOf(query)}.pdf`, type: PDF, body: Buffer.from(drawn.bytes) });
  }
}

const PDF = 'application/pdf';
const CSV = 'text/csv; charset=utf-8';

function titleOf({ kind, fiscalYear }: RegisterRequest): string {
  return `${TITLES[kind]} ${formatFiscalYear(fiscalYear as never)}`;
}

function send(
  response: Response,
  { name, type, body }: { readonly name: string; readonly type: string; readonly body: Buffer | string },
): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  response.send(body);
}
