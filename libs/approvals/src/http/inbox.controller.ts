import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sessionOf } from '@fubako/identity';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { WithoutIdempotencyKey, claimOf, languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { BulkPreview, BulkResult, InboxCounts, InboxPage, InboxSections } from '../app/inbox.views.dto';
import { BulkActs } from '../app/bulk-acts';
import { BulkViews } from '../app/bulk-views';
import { DecisionProof } from '../app/decision-proof';
import { Inbox } from '../app/inbox';
import { BulkRequest, InboxQuery } from './inbox.dto';

@ApiTags('approvals')
@Controller()
export class InboxController {
  constructor(
    private readonly inbox: Inbox,
    private readonly bulk: BulkActs,
    private readonly bulkViews: BulkViews,
    private readonly proof: DecisionProof,
  ) {}

  /** 受信箱: what waits for me. */
  @Get('inbox')
  async list(@Query() query: InboxQuery, @CurrentActor() actor: Actor): Promise<InboxPage> {
    const page = await this.inbox.page(actor, { ...query, view: query.view ?? 'all' });
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** Sections whose drafts wait for me. */
  @Get('inbox/sections')
  async sections(@CurrentActor() actor: Actor): Promise<InboxSections> {
    return { items: await this.inbox.sections(actor) };
  }

  @Get('inbox/counts')
  counts(@CurrentActor() actor: Actor): Promise<InboxCounts> {
    return this.inbox.counts(actor);
  }

  /** The confirmation sheet of a bulk approval: totals, and what is left out with the reason. */
  @Post('bulk-approvals/preview')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  preview(@Body() body: BulkRequest, @CurrentActor() actor: Actor, @Req() request: Request): Promise<BulkPreview> {
    return this.bulkViews.preview(body.items, { actor, kind: body.kind ?? 'approve' }, languageOf(request));
  }

  /** 一括決裁, 一括差戻し, 一括後閲. Needs an `Idempotency-Key`; repeated with the same key it finishes what is left and answers the same. */
  @Post('bulk-approvals')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  async act(@Body() body: BulkRequest, @CurrentActor() actor: Actor, @Req() request: Request): Promise<BulkResult> {
    const seatIds = body.items.map(({ seatId }) => seatId);
    await this.proof.demand(body.kind ?? 'approve', { documentIds: [], seatIds }, sessionOf(request));
    const claim = claimOf(request, actor.staffNo);
    const outcomes = await this.bulk.run({
      actor,
      claim,
      kind: body.kind ?? 'approve',
      items: body.items,
      comment: body.comment?.trim() ? body.comment : null,
    });
    return this.bulkViews.result(outcomes, actor, languageOf(request));
  }
}
