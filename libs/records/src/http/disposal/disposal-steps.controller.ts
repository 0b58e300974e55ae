import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeedsProof } from '@fubako/identity';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import type { Locking } from '../../app/disposal/disposal-lock';
import { DisposalBatchView, ProposedDecisionView } from '../../app/disposal/disposal.views.dto';
import { ProposeDecision } from '../../app/disposal/propose-decision';
import { ReadBatches } from '../../app/disposal/read-batches';
import { ReceiveTransfer } from '../../app/disposal/receive-transfer';
import { ReviewBatch } from '../../app/disposal/review-batch';
import { ConfirmVolume, StartDisposal } from '../../app/disposal/start-disposal';
import { AsksWitnesses, WhatLocks } from '../asks-witnesses';
import { CountRequest, OpinionRequest, ReceiptRequest, ReturnRequest, VersionedRequest } from './disposal.dto';

/** 廃棄・移管: from the review by the records office to execution and receipt. */
@ApiTags('disposal')
@Controller('disposal-batches/:id')
export class DisposalStepsController {
  constructor(
    private readonly read: ReadBatches,
    private readonly review: ReviewBatch,
    private readonly propose: ProposeDecision,
    private readonly confirmVolume: ConfirmVolume,
    private readonly start: StartDisposal,
    private readonly receive: ReceiveTransfer,
  ) {}

  /** 文書主管課の確認: on to the archives. */
  @Post('reviews')
  @HttpCode(200)
  async forward(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion }: VersionedRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DisposalBatchView> {
    await this.review.forward({ actor, batchId, expectedVersion });
    return this.read.one(batchId, actor);
  }

  /** Back to the section. */
  @Post('returns')
  @HttpCode(200)
  async sendBack(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion, reason }: ReturnRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DisposalBatchView> {
    await this.review.sendBack({ actor, batchId, expectedVersion, reason });
    return this.read.one(batchId, actor);
  }

  /** 公文書館の意見 */
  @Post('opinions')
  @HttpCode(200)
  async opine(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion, opinion, wishes }: OpinionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DisposalBatchView> {
    await this.review.opine({ actor, batchId, expectedVersion, opinion, wishes });
    return this.read.one(batchId, actor);
  }

  /** 廃棄・移管の決裁: drafts and submits it. */
  @Post('decisions')
  async decide(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion }: VersionedRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ProposedDecisionView> {
    return { documentId: await this.propose.run({ actor, batchId, expectedVersion }) };
  }

  /** 第三者の承認 of an unusual volume. */
  @Post('confirmations')
  @NeedsProof('disposal')
  @HttpCode(200)
  async confirm(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion, count }: CountRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DisposalBatchView> {
    await this.confirmVolume.run({ actor, batchId, expectedVersion, count });
    return this.read.one(batchId, actor);
  }

  /** 実行 of the destruction. */
  @Post('executions')
  @UseGuards(AsksWitnesses)
  @NeedsProof('disposal')
  @HttpCode(202)
  async execute(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion, count }: CountRequest,
    @CurrentActor() actor: Actor,
    @WhatLocks() locking: Locking,
  ): Promise<DisposalBatchView> {
    await this.start.run({ actor, batchId, expectedVersion, count, locking });
    return this.read.one(batchId, actor);
  }

  /** 受領 by the archives, or why not. */
  @Post('receipts')
  @UseGuards(AsksWitnesses)
  @HttpCode(200)
  async receipt(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion, itemIds, refusal, pieces = 0 }: ReceiptRequest,
    @CurrentActor() actor: Actor,
    @WhatLocks() locking: Locking,
  ): Promise<DisposalBatchView> {
    await this.receive.run({
      actor,
      batchId,
      expectedVersion,
      itemIds,
      refusal: refusal ?? null,
      pieces,
      locking,
    });
    return this.read.one(batchId, actor);
  }
}
