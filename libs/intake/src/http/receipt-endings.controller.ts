import { Body, Controller, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { DraftFromReceipt } from '../app/draft-from-receipt';
import { EndReceipt } from '../app/end-receipt';
import { RerouteReceipt } from '../app/reroute-receipt';
import { ReceiptViews } from '../app/receipt-views';
import { DraftedView, ReceiptView } from '../app/receipts.view.dto';
import { UndoEnding } from '../app/undo-ending';
import { DraftRequest, EndingRequest, ReasonRequest, RerouteRequest } from './receipts.dto';

/** The ways in which a receipt ends (RULE-02). */
@ApiTags('receipts')
@Controller('receipts/:id')
export class ReceiptEndingsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: ReceiptViews,
    private readonly endReceipt: EndReceipt,
    private readonly rerouteReceipt: RerouteReceipt,
    private readonly undoEnding: UndoEnding,
    private readonly draftFromReceipt: DraftFromReceipt,
  ) {}

  /** 不要, 返戻, or 供覧完結 although a draft was asked for. */
  @Post('endings')
  end(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Body() { kind, reason }: EndingRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReceiptView> {
    return this.uow.run(async () => {
      await this.endReceipt.run({ actor, receiptId, reason: reason.trim(), act: kind });
      return this.views.detail(receiptId, actor, languageOf(request));
    });
  }

  /** 他課転送: the receipt goes on living in the other section. */
  @Post('routings')
  reroute(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Body() { reason, toSection }: RerouteRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReceiptView> {
    return this.uow.run(async () => {
      await this.rerouteReceipt.run({ actor, receiptId, reason: reason.trim(), toSection });
      return this.views.detail(receiptId, actor, languageOf(request));
    });
  }

  /** Takes a mistaken ending or re-routing back, before anything followed. */
  @Post('undoings')
  undo(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Body() { reason }: ReasonRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReceiptView> {
    return this.uow.run(async () => {
      await this.undoEnding.run({ actor, receiptId, reason: reason.trim() });
      return this.views.detail(receiptId, actor, languageOf(request));
    });
  }

  /** 収受起案: a draft takes the receipt over. */
  @Post('drafts')
  draft(
    @Param('id', ParseUUIDPipe) receiptId: string,
    @Body() body: DraftRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<DraftedView> {
    return this.uow.run(async () => {
      const documentId = await this.draftFromReceipt.run({ ...body, actor, receiptId });
      return { documentId, receipt: await this.views.detail(receiptId, actor, languageOf(request)) };
    });
  }
}
