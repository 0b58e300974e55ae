import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { ChooseMeasures, FollowProposals } from '../../app/disposal/choose-measures';
import {
  DisposalBatchView,
  DisposalBatchesView,
  FollowedProposalsView,
  ItemDocumentsView,
  SubmissionView,
} from '../../app/disposal/disposal.views.dto';
import { outcomeView } from '../../app/disposal/batch-views';
import { outcomeWords } from '../../app/disposal/outcome-words';
import { ReadBatches } from '../../app/disposal/read-batches';
import { SplitItem } from '../../app/disposal/split-item';
import { SubmitBatch } from '../../app/disposal/submit-batch';
import { ChoicesRequest, SplitRequest, VersionedRequest } from './disposal.dto';

/** 廃棄・移管の評価, by the section. */
@ApiTags('disposal')
@Controller('disposal-batches')
export class DisposalBatchesController {
  constructor(
    private readonly read: ReadBatches,
    private readonly choose: ChooseMeasures,
    private readonly follow: FollowProposals,
    private readonly splitItem: SplitItem,
    private readonly submission: SubmitBatch,
  ) {}

  /** What has expired, by section: of my sections; for records office, archives and audit of all. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<DisposalBatchesView> {
    return { items: await this.read.list(actor) };
  }

  /** One batch with its files. */
  @Get(':id')
  one(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<DisposalBatchView> {
    return this.read.one(id, actor);
  }

  /** The documents of a file. */
  @Get(':id/items/:itemId/documents')
  async documents(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @CurrentActor() actor: Actor,
  ): Promise<ItemDocumentsView> {
    return { items: await this.read.documents(id, itemId, actor) };
  }

  /** 措置: destroy, transfer or extend. */
  @Post(':id/choices')
  @HttpCode(200)
  async choices(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion, choices }: ChoicesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DisposalBatchView> {
    const complete = choices.map(({ reason = null, extendYears = null, ...choice }) => ({
      ...choice,
      reason,
      extendYears,
    }));
    await this.choose.run({ actor, batchId, expectedVersion, choices: complete });
    return this.read.one(batchId, actor);
  }

  /** 残りは基準案どおり */
  @Post(':id/proposed-choices')
  @HttpCode(200)
  async proposals(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion }: VersionedRequest,
    @CurrentActor() actor: Actor,
  ): Promise<FollowedProposalsView> {
    return { chosen: await this.follow.run({ actor, batchId, expectedVersion }) };
  }

  /** 分冊: some documents are to be treated otherwise. */
  @Post(':id/items/:itemId/splits')
  async split(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() { expectedVersion, documentIds }: SplitRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DisposalBatchView> {
    await this.splitItem.run({ actor, batchId, expectedVersion, itemId, documentIds });
    return this.read.one(batchId, actor);
  }

  /** 文書主管課へ送る: an answer for each file. */
  @Post(':id/submissions')
  async submit(
    @Param('id', ParseUUIDPipe) batchId: string,
    @Body() { expectedVersion }: VersionedRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<SubmissionView> {
    const items = await this.submission.run({ actor, batchId, expectedVersion });
    const language = languageOf(request);
    return {
      proceeding: items.filter(({ refused }) => refused === null).length,
      refused: items.filter(({ refused }) => refused !== null).length,
      items: items.map(({ refused, ...item }) => ({
        ...item,
        refused: outcomeView(refused),
        message: refused ? outcomeWords(refused, language) : null,
      })),
    };
  }
}
