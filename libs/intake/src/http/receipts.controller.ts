import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Patch, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { etagOf, expectedVersionOf, languageOf } from '@fubako/platform/http';
import type { Request, Response } from 'express';
import { CorrectReceipt } from '../app/handle-receipt';
import { DescribeIntake } from '../app/intake-choices';
import { ListReceipts } from '../app/list-receipts';
import { ReceiptLedger } from '../app/receipt-ledger';
import { ReceiptViews } from '../app/receipt-views';
import { IntakeChoices, ReceiptCounts, ReceiptPage, ReceiptView } from '../app/receipts.view.dto';
import { CorrectReceiptRequest, ListReceiptsRequest, ReceiptFilterRequest } from './receipts.dto';

@ApiTags('receipts')
@Controller('receipts')
export class ReceiptsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly list: ListReceipts,
    private readonly views: ReceiptViews,
    private readonly ledger: ReceiptLedger,
    private readonly intake: DescribeIntake,
    private readonly correct: CorrectReceipt,
  ) {}

  /** 収受文書, latest first; what is owed, first by its day. */
  @Get()
  async page(@Query() query: ListReceiptsRequest, @CurrentActor() actor: Actor): Promise<ReceiptPage> {
    const page = await this.list.run(query, actor);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** How much work the views hold. */
  @Get('counts')
  counts(@Query() query: ReceiptFilterRequest, @CurrentActor() actor: Actor): Promise<ReceiptCounts> {
    return this.list.counts(query, actor);
  }

  /** What a clerk chooses from. */
  @Get('choices')
  choices(@CurrentActor() actor: Actor): Promise<IntakeChoices> {
    return this.intake.choices(actor);
  }

  /** 収受簿 as CSV, in the order of its numbers. */
  @Get('ledger.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="receipts.csv"')
  @Header('Cache-Control', 'no-store')
  csv(@Query() query: ReceiptFilterRequest, @CurrentActor() actor: Actor, @Req() request: Request): Promise<string> {
    return this.ledger.csv(query, actor, languageOf(request));
  }

  /** One receipt; the `ETag` goes into `If-Match` of a correction. */
  @Get(':id')
  async detail(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptView> {
    const view = await this.views.detail(id, actor, languageOf(request));
    response.setHeader('ETag', etagOf(view.version));
    return view;
  }

  /** Corrects what was entered. Needs `If-Match`. */
  @Patch(':id')
  edit(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Body() body: CorrectReceiptRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReceiptView> {
    const expectedVersion = expectedVersionOf(request);
    return this.uow.run(async () => {
      await this.correct.run({ ...body, actor, receiptId, expectedVersion });
      return this.views.detail(receiptId, actor, languageOf(request));
    });
  }
}
