import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request, Response } from 'express';
import { AddFormality } from '../app/add-formality';
import { DrawCleanCopy } from '../app/draw-clean-copy';
import { ExecutionView } from '../app/execution.views.dto';
import { GiveUpExecution } from '../app/give-up-execution';
import { NoteFollowUp } from '../app/note-follow-up';
import { ReadExecution } from '../app/read-execution';
import { UndoStep } from '../app/undo-step';
import { AdditionRequest, CopyPdfQuery, FollowUpRequest, ExecutionReasonRequest, UndoRequest } from './execution.dto';

/** 施行の記録: what was done, what is put right, and what is given up. */
@ApiTags('execution')
@Controller('documents/:id/execution')
export class ExecutionFileController {
  constructor(
    private readonly readExecution: ReadExecution,
    private readonly undoStep: UndoStep,
    private readonly addFormality: AddFormality,
    private readonly giveUp: GiveUpExecution,
    private readonly noteFollowUp: NoteFollowUp,
    private readonly drawCleanCopy: DrawCleanCopy,
  ) {}

  /** How far it is, and what the reader may do. */
  @Get()
  execution(
    @Param('id', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    return this.readExecution.run(documentId, actor, languageOf(request));
  }

  /** 浄書 as PDF, one page set for each addressee. */
  @Get('clean-copy.pdf')
  async pdf(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Query() { line }: CopyPdfQuery,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, fileName } = await this.drawCleanCopy.run(documentId, line, actor);
    response.setHeader('Content-Type', 'application/pdf');
    response.setHeader('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    response.send(Buffer.from(bytes));
  }

  /** 取消し of the last step, with a reason. */
  @Post('undos')
  async undo(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: UndoRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    await this.undoStep.run({ ...body, actor, documentId });
    return this.readExecution.run(documentId, actor, languageOf(request));
  }

  /** 形式的な追記: dates and statute numbers that come after the decision. */
  @Post('additions')
  async add(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: AdditionRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    await this.addFormality.run({ ...body, actor, documentId });
    return this.readExecution.run(documentId, actor, languageOf(request));
  }

  /** 施行不要: the decision stands, nothing goes out. */
  @Post('waivers')
  async waive(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: ExecutionReasonRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    await this.giveUp.waive({ ...body, actor, documentId });
    return this.readExecution.run(documentId, actor, languageOf(request));
  }

  /** 廃案 of what was decided and has not gone out, by the records office. */
  @Post('abandonments')
  async abandon(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: ExecutionReasonRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    await this.giveUp.abandon({ ...body, actor, documentId });
    return this.readExecution.run(documentId, actor, languageOf(request));
  }

  /** 続きの文書: which earlier number this document is to continue, until it is numbered. */
  @Post('follow-ups')
  async followUp(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() { parentDocumentId }: FollowUpRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    await this.noteFollowUp.run({ actor, documentId, parentDocumentId: parentDocumentId ?? null });
    return this.readExecution.run(documentId, actor, languageOf(request));
  }
}
