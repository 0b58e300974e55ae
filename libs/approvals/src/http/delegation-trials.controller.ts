import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { WithoutIdempotencyKey, languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { RoutePreview } from '../app/approvals.views.dto';
import { coverageView } from '../app/coverage-view';
import { ensureOnlooker } from '../app/delegation-rights';
import { Coverage, RouteSettingsView, RouteTrial } from '../app/delegation-views.dto';
import { previewView } from '../app/planned-views';
import { ReadCoverage } from '../app/read-coverage';
import type { DecidedLately } from '../app/replan-matters';
import { RouteSettings } from '../app/route-settings';
import { SimulateRoute } from '../app/simulate-route';
import { TryDelegationTable } from '../app/try-delegation-table';
import {
  CoverageQuery,
  SettingsTrialRequest,
  SimulationRequest,
  TrialRequest,
  TriedMatters,
  cellsOfInput,
} from './delegation.dto';

@ApiTags('delegation tables')
@Controller()
export class DelegationTrialsController {
  constructor(
    private readonly trials: TryDelegationTable,
    private readonly simulations: SimulateRoute,
    private readonly coverage: ReadCoverage,
    private readonly settings: RouteSettings,
  ) {}

  /** 試す: which matters under way, and of those decided last, would go another way. Nothing is changed. */
  @Post('delegation-tables/:id/trials')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  try(
    @Param('id', ParseIntPipe) tableId: number,
    @Body() body: TrialRequest,
    @CurrentActor() actor: Actor,
  ): Promise<RouteTrial> {
    const rows = body.rules?.map(cellsOfInput) ?? null;
    return this.trials.run({ actor, tableId, rows, decided: lately(body) });
  }

  /** The route of an imagined matter by this version of the table. */
  @Post('delegation-tables/:id/route-simulations')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  async simulate(
    @Param('id', ParseIntPipe) tableId: number,
    @Body() body: SimulationRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RoutePreview> {
    const { matterType, unitCode, fields, escalations = [] } = body;
    const rows = body.rules?.map(cellsOfInput) ?? null;
    const day = body.day === undefined ? null : localDate(body.day);
    const planned = await this.simulations.run({
      actor,
      tableId,
      rows,
      matterType,
      unitCode,
      fields,
      escalations,
      day,
    });
    return previewView(planned, languageOf(request));
  }

  /** 経路の設定 in force today. */
  @Get('route-settings')
  settingsInForce(@CurrentActor() actor: Actor): Promise<RouteSettingsView> {
    return this.settings.current(actor);
  }

  /** 試す: which matters would go another way by other route settings. Nothing is changed. */
  @Post('route-settings/trials')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  trySettings(
    @Body() { decided, decidedDays, reviews, ...settings }: SettingsTrialRequest,
    @CurrentActor() actor: Actor,
  ): Promise<RouteTrial> {
    const asked = new Map(reviews?.map(({ matterType, review }) => [matterType, review]));
    return this.settings.try({
      actor,
      decided: lately({ decided, decidedDays }),
      settings: given(settings),
      reviews: asked,
    });
  }

  /** 経路の点検: steps of published routes in which nobody may act on the next open days. */
  @Get('route-coverage')
  async coverageOfRoutes(
    @Query() query: CoverageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<Coverage> {
    ensureOnlooker(actor);
    return coverageView(await this.coverage.run(query.days), languageOf(request));
  }
}

const lately = ({ decided, decidedDays }: TriedMatters): DecidedLately => ({
  most: decided,
  days: decidedDays ?? null,
});

/** What was left out, or sent as null, stays as it is. */
function given<T extends object>(settings: T): Partial<T> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null)) as Partial<T>;
}
