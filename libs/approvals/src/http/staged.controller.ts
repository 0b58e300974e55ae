import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { StagedDecisionList, UndoneDecisions } from '../app/inbox.views.dto';
import { ShowApproval } from '../app/show-approval';
import { UndoStaged } from '../app/undo-staged';
import { UndoStagedRequest } from './inbox.dto';

/** 確定待ち: decisions within their grace time. */
@ApiTags('approvals')
@Controller('staged-decisions')
export class StagedController {
  constructor(
    private readonly approvals: ShowApproval,
    private readonly undoing: UndoStaged,
  ) {}

  /** My decisions that can still be undone, the latest first. */
  @Get()
  async mine(@CurrentActor() actor: Actor, @Req() request: Request): Promise<StagedDecisionList> {
    return { items: await this.approvals.mine(actor, languageOf(request)) };
  }

  /** 取消し: takes back staged decisions, with an answer for each of them. */
  @Post('undo')
  @HttpCode(200)
  async undo(@Body() { seatIds }: UndoStagedRequest, @CurrentActor() actor: Actor): Promise<UndoneDecisions> {
    const outcomes = await this.undoing.run(actor.staffNo, seatIds);
    return { undone: outcomes.filter(({ outcome }) => outcome === 'undone').length, outcomes };
  }
}
