import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LocalDate } from '@fubako/kernel';
import { sessionOf } from '@fubako/identity';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { WithoutIdempotencyKey, idempotencyKeyOf, languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { Approval, RoutePreview } from '../app/approvals.views.dto';
import { DecisionProof } from '../app/decision-proof';
import { PreviewRoute } from '../app/preview-route';
import { ShowApproval } from '../app/show-approval';
import { saidBeside } from '../app/judge-act';
import { previewView } from '../app/planned-views';
import { WriteApproval } from '../app/write-approval';
import type { RequestedSeats } from '../data/case.row';
import {
  ActRequest,
  InstructionRequest,
  type RequestedSeatsInput,
  RevisionRequest,
  RoutePreviewRequest,
  SubmissionRequest,
} from './approvals.dto';

@ApiTags('approvals')
@Controller()
export class ApprovalsController {
  constructor(
    private readonly previewRoute: PreviewRoute,
    private readonly approvals: WriteApproval,
    private readonly showApproval: ShowApproval,
    private readonly proof: DecisionProof,
  ) {}

  /** 経路の試算: the route that submission would make now, with the reason of every seat. */
  @Post('route-previews')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  async preview(
    @Body() body: RoutePreviewRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RoutePreview> {
    const { attributes, requested, ...matter } = body;
    const planned = await this.previewRoute.run({
      ...matter,
      actor,
      escalations: attributes?.escalations ?? [],
      urgent: attributes?.urgent === true,
      requested: requestedSeats(requested),
    });
    return previewView(planned, languageOf(request));
  }

  /** 起案: submits a draft, or resubmits a returned one. */
  @Post('documents/:id/submissions')
  submit(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() { expectedVersion, note, substanceChanged, requested }: SubmissionRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<Approval> {
    const seats = requested && requestedSeats(requested);
    const command = { actor, documentId, expectedVersion, note: note ?? null, substanceChanged, requested: seats };
    return this.approvals.submit(command, languageOf(request));
  }

  /** 行為 of every kind: agreeing, returning, acting in somebody's stead, changing the route, taking back. */
  @Post('documents/:id/acts')
  async act(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: ActRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<Approval> {
    await this.proof.demand(body.kind, { documentIds: [documentId], seatIds: [] }, sessionOf(request));
    const { about, handCarried, occurredOn, ...asked } = body;
    const command = {
      ...asked,
      actor,
      documentId,
      beside: saidBeside({ about, handCarried, occurredOn }),
      seatId: body.seatId ?? null,
      outcome: body.outcome ?? null,
      comment: body.comment?.trim() ? body.comment : null,
      contentDigest: body.contentDigest ?? null,
      expectedVersion: body.expectedVersion ?? null,
      key: idempotencyKeyOf(request),
    };
    return this.approvals.act(command, languageOf(request));
  }

  /** 修正: corrects the content on the way; changed substance asks everybody again (RULE-33). */
  @Post('documents/:id/revisions')
  revise(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: RevisionRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<Approval> {
    return this.approvals.revise({ ...body, actor, documentId }, languageOf(request));
  }

  /** 事前の指示 of a decider, on which a 代決 of an excluded matter may rely (RULE-42). */
  @Post('documents/:id/instructions')
  instruct(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() { givenOn, ...body }: InstructionRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<Approval> {
    const command = { ...body, actor, documentId, givenOn: givenOn as LocalDate };
    return this.approvals.instruct(command, languageOf(request));
  }

  /** Route, history and what the reader may do now. */
  @Get('documents/:id/approval')
  approval(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<Approval> {
    return this.showApproval.run(documentId, actor, languageOf(request));
  }
}

function requestedSeats({ additions, removals, passOver }: RequestedSeatsInput = {}): RequestedSeats {
  return {
    ...(additions?.length ? { additions } : {}),
    ...(removals?.length
      ? { removals: Object.fromEntries(removals.map(({ unitCode, reason }) => [unitCode, reason])) }
      : {}),
    ...(passOver?.length ? { passOver } : {}),
  };
}
