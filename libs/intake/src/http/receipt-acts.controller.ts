import { Body, Controller, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { AcceptReceipt, ReceiveReceipt } from '../app/handle-receipt';
import { ReceiptViews } from '../app/receipt-views';
import { ReceiptView } from '../app/receipts.view.dto';
import { RegisterReceipt } from '../app/register-receipt';
import { ReceiveRequest, RegisterReceiptRequest } from './receipts.dto';

/** The three moments of RULE-01. */
@ApiTags('receipts')
@Controller('receipts')
export class ReceiptActsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: ReceiptViews,
    private readonly registerReceipt: RegisterReceipt,
    private readonly receiveReceipt: ReceiveReceipt,
    private readonly acceptReceipt: AcceptReceipt,
  ) {}

  /** 到達: enters what has arrived, and receives it unless its section is to. */
  @Post()
  register(
    @Body() body: RegisterReceiptRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReceiptView> {
    return this.uow.run(async () => {
      const receiptId = await this.registerReceipt.run({ ...body, actor });
      return this.views.detail(receiptId, actor, languageOf(request));
    });
  }

  /** 収受: confirms receipt, takes the duty and the number. */
  @Post(':id/receipt')
  receive(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Body() { numbered }: ReceiveRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReceiptView> {
    return this.uow.run(async () => {
      await this.receiveReceipt.run({ actor, receiptId, numbered });
      return this.views.detail(receiptId, actor, languageOf(request));
    });
  }

  /** 受理: form and content are in order. */
  @Post(':id/acceptance')
  accept(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReceiptView> {
    return this.uow.run(async () => {
      await this.acceptReceipt.run({ actor, receiptId });
      return this.views.detail(receiptId, actor, languageOf(request));
    });
  }
}
