import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type StaffNo, type UnitCode, localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { ChartView, StaffView, UnitPostsView } from '../app/chart.views.dto';
import { ReadChart } from '../app/read-chart';
import { ChartQuery } from './chart.dto';

/** 組織図 and 職員: known to everybody who works here. */
@ApiTags('organisation')
@Controller('organisation')
export class ChartController {
  constructor(private readonly chart: ReadChart) {}

  /** Units of a day. */
  @Get('chart')
  units(@Query() { on }: ChartQuery, @CurrentActor() actor: Actor): Promise<ChartView> {
    return this.chart.units(on === undefined ? actor.on : localDate(on), actor);
  }

  /** The posts of a unit, with who holds them on a day. */
  @Get('units/:code/posts')
  posts(
    @Param('code') code: string,
    @Query() { on }: ChartQuery,
    @CurrentActor() actor: Actor,
  ): Promise<UnitPostsView> {
    return this.chart.posts(code as UnitCode, on === undefined ? actor.on : localDate(on));
  }

  /** A member of staff with every post held, now and to come. */
  @Get('staff/:staffNo')
  person(@Param('staffNo') staffNo: string, @CurrentActor() actor: Actor): Promise<StaffView> {
    return this.chart.person(staffNo as StaffNo, actor);
  }
}
