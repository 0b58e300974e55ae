import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { WithoutIdempotencyKey, languageOf } from '@fubako/platform/http';
import type { Request, Response } from 'express';
import { ActOnDocument } from '../app/act-on-document';
import { Approval, RoutePreview } from '../app/approvals.views.dto';
import { DrawApprovalSheet } from '../app/draw-approval-sheet';
import { PreviewRoute } from '../app/preview-route';
import { ReadApproval } from '../app/read-approval';
import { previewView } from '../app/route-views';
import { SubmitDocument } from '../app/submit-document';
import { ActRequest, RoutePreviewRequest, SubmissionRequest } from './approvals.dto';

@ApiTags('approvals')
@Controller()
export class ApprovalsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly previewRoute: PreviewRoute,
    private readonly submitDocument: SubmitDocument,
    private readonly actOnDocument: ActOnDocument,
    private readonly readApproval: ReadApproval,
    private readonly drawSheet: DrawApprovalSheet,
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
    const plan = await this.previewRoute.run({ ...body, escalations: body.attributes?.escalations ?? [], actor });
    return previewView(plan, languageOf(request));
  }

  /** 起案: submits a draft, or resubmits a returned one. */
  @Post('documents/:id/submissions')
  submit(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: SubmissionRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<Approval> {
    return this.uow.run(async () => {
      await this.submitDocument.run({
        actor,
        documentId,
        expectedVersion: body.expectedVersion,
        note: body.note ?? null,
      });
      return this.readApproval.run(documentId, actor, languageOf(request));
    });
  }

  /** 行為: approve, return, reject, pull back, withdraw, abandon. */
  @Post('documents/:id/acts')
  act(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: ActRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<Approval> {
    return this.uow.run(async () => {
      await this.actOnDocument.run({
        actor,
        documentId,
        kind: body.kind,
        seatId: body.seatId ?? null,
        outcome: body.outcome ?? null,
        comment: body.comment?.trim() ? body.comment : null,
        contentDigest: body.contentDigest ?? null,
        expectedVersion: body.expectedVersion ?? null,
      });
      return this.readApproval.run(documentId, actor, languageOf(request));
    });
  }

  /** Route, history and what the reader may do now. */
  @Get('documents/:id/approval')
  approval(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<Approval> {
    return this.readApproval.run(documentId, actor, languageOf(request));
  }

  /** 起案用紙 as PDF. */
  @Get('documents/:id/sheet.pdf')
  async sheet(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, fileName } = await this.drawSheet.run(documentId, actor);
    response.setHeader('Content-Type', 'application/pdf');
    response.setHeader('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    response.send(Buffer.from(bytes));
  }
}
