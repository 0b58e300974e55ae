import { Body, Controller, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { ApplySeal } from '../app/apply-seal';
import { CollateCopy } from '../app/collate-copy';
import { DispatchLetter } from '../app/dispatch-letter';
import { ExecutionView, IssuedNumbersView } from '../app/execution.views.dto';
import { issuedView } from '../app/execution-views';
import { IssueNumber } from '../app/issue-number';
import { MakeCleanCopy } from '../app/make-clean-copy';
import { ReadExecution } from '../app/read-execution';
import { CleanCopyRequest, CollationRequest, DispatchRequest, IssueNumberRequest, SealRequest } from './execution.dto';

/** 施行 step by step; the interceptor's unit makes step and answer one. */
@ApiTags('execution')
@Controller('documents/:id/execution')
export class ExecutionController {
  constructor(
    private readonly readExecution: ReadExecution,
    private readonly issueNumber: IssueNumber,
    private readonly makeCleanCopy: MakeCleanCopy,
    private readonly collateCopy: CollateCopy,
    private readonly applySeal: ApplySeal,
    private readonly dispatchLetter: DispatchLetter,
  ) {}

  /** 採番: by the records clerk, after the decision. */
  @Post('numbers')
  async number(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: IssueNumberRequest,
    @CurrentActor() actor: Actor,
  ): Promise<IssuedNumbersView> {
    return { numbers: (await this.issueNumber.run({ ...body, actor, documentId })).map(issuedView) };
  }

  /** 浄書 */
  @Post('clean-copies')
  async cleanCopy(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: CleanCopyRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    await this.makeCleanCopy.run({ ...body, actor, documentId });
    return this.readExecution.run(documentId, actor, languageOf(request));
  }

  /** 照合 */
  @Post('collations')
  async collate(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: CollationRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    await this.collateCopy.run({ ...body, actor, documentId });
    return this.readExecution.run(documentId, actor, languageOf(request));
  }

  /** 公印 */
  @Post('seals')
  async seal(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: SealRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    await this.applySeal.run({ ...body, actor, documentId });
    return this.readExecution.run(documentId, actor, languageOf(request));
  }

  /** 発送 */
  @Post('dispatches')
  async dispatch(
    @Param('id', ParseUUIDPipe) documentId: string,
    @Body() body: DispatchRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ExecutionView> {
    await this.dispatchLetter.run({ ...body, actor, documentId });
    return this.readExecution.run(documentId, actor, languageOf(request));
  }
}
