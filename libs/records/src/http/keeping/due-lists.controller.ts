import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import { RegisterPdf } from '@fubako/rendering';
import type { Request, Response } from 'express';
import { AttentionPage } from '../../app/keeping/keeping.views.dto';
import { ListAttention } from '../../app/keeping/list-attention';
import { PrintDueFiles } from '../../app/keeping/print-due-files';
import { sendPdf } from '../paper/send-pdf';
import { AttentionRequest, PrintedDueRequest } from './keeping.dto';

/** What the figures of the overview count, and what is printed of it. */
@ApiTags('records')
@Controller('records')
export class DueListsController {
  constructor(
    private readonly attention: ListAttention,
    private readonly print: PrintDueFiles,
    private readonly pdf: RegisterPdf,
  ) {}

  /** Files without an expiry, with an open event, of a due review, held, or found by the nightly sweep. */
  @Get('attention')
  async files(
    @Query() query: AttentionRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<AttentionPage> {
    const page = await this.attention.run(query, actor, languageOf(request));
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** 満了簿冊 by section for a spreadsheet. */
  @Get('due-files.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="due-files.csv"')
  @Header('Cache-Control', 'no-store')
  csv(@Query() query: PrintedDueRequest, @CurrentActor() actor: Actor): Promise<string> {
    return this.print.csv(query, actor);
  }

  /** 満了簿冊 by section to print. */
  @Get('due-files.pdf')
  @ApiProduces('application/pdf')
  async sheet(
    @Query() query: PrintedDueRequest,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes } = await this.pdf.draw(await this.print.sheet(query, actor));
    sendPdf(response, bytes, '満了簿冊一覧.pdf');
  }
}
