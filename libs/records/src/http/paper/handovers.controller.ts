import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { pageAddress } from '@fubako/platform/http';
import { LabelPdf, RegisterPdf } from '@fubako/rendering';
import type { Request, Response } from 'express';
import { HandOver } from '../../app/paper/hand-over';
import { HandedFilesView, HandoversView, NewIdView } from '../../app/paper/paper.views.dto';
import { PrintLabels } from '../../app/paper/print-labels';
import { ReadHandovers } from '../../app/paper/read-handovers';
import {
  HandoverCandidatesRequest,
  HandoverReceiptRequest,
  HandoverRequest,
  LabelsRequest,
  TakeOffRequest,
} from './paper.dto';
import { sendPdf } from './send-pdf';

/** 引継ぎ to the stacks, and what is printed for it. */
@ApiTags('paper')
@Controller()
export class HandoversController {
  constructor(
    private readonly handOver: HandOver,
    private readonly read: ReadHandovers,
    private readonly labels: PrintLabels,
    private readonly labelPdf: LabelPdf,
    private readonly registerPdf: RegisterPdf,
    private readonly settings: Settings,
  ) {}

  @Get('handovers')
  async list(@CurrentActor() actor: Actor): Promise<HandoversView> {
    return { items: await this.read.list(actor) };
  }

  /** Closed files of paper of a section, of the last year but one and before. */
  @Get('handovers/candidates')
  async candidates(
    @Query() { unit }: HandoverCandidatesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<HandedFilesView> {
    return { items: await this.read.candidates(unit, actor) };
  }

  @Get('handovers/:id/files')
  async files(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<HandedFilesView> {
    return { items: await this.read.files(id, actor) };
  }

  /** 引継目録 to print and sign. */
  @Get('handovers/:id/list.pdf')
  @ApiProduces('application/pdf')
  async sheet(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes } = await this.registerPdf.draw(await this.read.sheet(id, actor));
    sendPdf(response, bytes, '書庫引継目録.pdf');
  }

  @Post('handovers')
  async propose(@Body() body: HandoverRequest, @CurrentActor() actor: Actor): Promise<NewIdView> {
    return { id: await this.handOver.propose({ actor, ...body }) };
  }

  /** 受領 by the records office, with the place of every file. */
  @Post('handovers/:id/receipt')
  @HttpCode(204)
  receive(
    @Param('id', ParseUUIDPipe) handoverId: string,
    @Body() { places }: HandoverReceiptRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.handOver.receive({ actor, handoverId, places });
  }

  /** One file is taken off a list that waits. */
  @Post('handovers/:id/removals')
  @HttpCode(204)
  takeOff(
    @Param('id', ParseUUIDPipe) handoverId: string,
    @Body() { fileId, reason }: TakeOffRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.handOver.takeOff({ actor, handoverId, fileId, reason });
  }

  @Delete('handovers/:id')
  @HttpCode(204)
  withdraw(@Param('id', ParseUUIDPipe) handoverId: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.handOver.withdraw({ actor, handoverId });
  }

  /** 背ラベル・箱ラベル of a section's files of a year. */
  @Get('file-labels.pdf')
  @ApiProduces('application/pdf')
  async print(
    @Query() query: LabelsRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const sheet = await this.labels.run(query, actor, pageAddress(request, this.settings.values.PUBLIC_URL).origin);
    const { bytes } = await this.labelPdf.draw(sheet);
    sendPdf(response, bytes, `${sheet.title}.pdf`);
  }
}
