import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeedsProof } from '@fubako/identity';
import type { LocalDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import type { Locking } from '../../app/disposal/disposal-lock';
import { NewIdView, SubstitutesView } from '../../app/paper/paper.views.dto';
import { ReadSubstitutes } from '../../app/paper/read-substitutes';
import { ScanPaper } from '../../app/paper/scan-paper';
import { SubstitutePaper, type SubstituteStep } from '../../app/paper/substitute-paper';
import { refusePaper } from '../../paper-errors';
import { AsksWitnesses, WhatLocks } from '../asks-witnesses';
import { SubstituteRequest, SubstituteStepRequest } from './paper.dto';

/** 代替: scans that stand for paper. */
@ApiTags('paper')
@Controller()
export class SubstitutesController {
  constructor(
    private readonly scans: ScanPaper,
    private readonly substitutes: SubstitutePaper,
    private readonly read: ReadSubstitutes,
  ) {}

  /** The register, latest first. */
  @Get('substitutes')
  async list(@CurrentActor() actor: Actor): Promise<SubstitutesView> {
    return { items: await this.read.run(actor) };
  }

  /** An upload of one's own becomes the scan of a record of paper. */
  @Post('paper-records/:id/substitutes')
  async scan(
    @Param('id', ParseUUIDPipe) paperRecordId: string,
    @Body() { uploadId }: SubstituteRequest,
    @CurrentActor() actor: Actor,
  ): Promise<NewIdView> {
    return { id: await this.scans.run({ actor, paperRecordId, uploadId }) };
  }

  /** 確認, 承認, 不可, 廃棄の決定, 廃棄. */
  @Post('substitutes/:id/steps')
  @UseGuards(AsksWitnesses)
  @NeedsProof('disposal', ['decide_destruction', 'destroy'])
  @HttpCode(204)
  async step(
    @Param('id', ParseUUIDPipe) substituteId: string,
    @Body() body: SubstituteStepRequest,
    @CurrentActor() actor: Actor,
    @WhatLocks() locking: Locking,
  ): Promise<void> {
    await this.substitutes.take({ actor, substituteId, locking, ...stepOf(body) });
  }
}

/** @throws DomainError records.step-incomplete */
function stepOf({ act, pages, legible, reason, on, method }: SubstituteStepRequest): SubstituteStep {
  switch (act) {
    case 'approve':
    case 'decide_destruction':
      return { act };
    case 'check':
      if (pages !== undefined && legible !== undefined) return { act, pages, legible };
      break;
    case 'refuse':
      if (reason !== undefined) return { act, reason };
      break;
    case 'destroy':
      if (on !== undefined && method !== undefined) return { act, on: on as LocalDate, method };
  }
  throw refusePaper('records.step-incomplete', {});
}
