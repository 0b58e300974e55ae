import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import type { SubjectKind } from '../data/circulation.row';
import { CirculationViews } from '../app/circulation-views';
import { CirculationsOf } from '../app/circulations-of';
import { CirculationView, CirculationsView } from '../app/circulations.view.dto';
import { ReceiptReferencesOf } from '../app/receipt-references';
import { ReceiptReferences } from '../app/receipts.view.dto';
import { StartCirculation } from '../app/start-circulation';
import { StartCirculationRequest } from './circulations.dto';

/** Circulations by what they circulate, and the receipts behind a document. */
@ApiTags('circulations')
@Controller()
export class DocumentIntakeController {
  constructor(
    private readonly start: StartCirculation,
    private readonly circulations: CirculationsOf,
    private readonly views: CirculationViews,
    private readonly references: ReceiptReferencesOf,
  ) {}

  @Get('receipts/:id/circulations')
  ofReceipt(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<CirculationsView> {
    return this.circulations.receipt(id, actor, languageOf(request));
  }

  /** 供覧・回覧 of a receipt. */
  @Post('receipts/:id/circulations')
  circulateReceipt(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StartCirculationRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<CirculationView> {
    return this.begin('receipt', id, { body, actor, request });
  }

  @Get('documents/:id/circulations')
  ofDocument(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<CirculationsView> {
    return this.circulations.document(id, actor, languageOf(request));
  }

  /** 供覧・回覧 of a decided document. */
  @Post('documents/:id/circulations')
  circulateDocument(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StartCirculationRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<CirculationView> {
    return this.begin('document', id, { body, actor, request });
  }

  /** The receipts that a document answers. */
  @Get('documents/:id/receipts')
  async receipts(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ReceiptReferences> {
    return { items: await this.references.run(id, actor) };
  }

  private async begin(
    kind: SubjectKind,
    id: string,
    { body, actor, request }: { body: StartCirculationRequest; actor: Actor; request: Request },
  ): Promise<CirculationView> {
    const { note = null, readByOn = null, ...rest } = body;
    const circulationId = await this.start.run({ ...rest, note, readByOn, actor, subject: { kind, id } });
    return this.views.detail(circulationId, actor, languageOf(request));
  }
}
