import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { PageRequest } from '@fubako/platform/http';
import type { Response } from 'express';
import { ListOnlineApplications } from '../app/list-online-applications';
import { OnlineApplicationPage, OnlineApplicationView } from '../app/online-applications.view.dto';
import { TakeOnlineApplication } from '../app/take-online-application';
import { OnlineApplicationRequest } from './online-applications.dto';

/** The door of the municipality's own intake system (申請管理システム), which talks to the portals (RULE-05). */
@ApiTags('online-applications')
@Controller('online-applications')
export class OnlineApplicationsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly take: TakeOnlineApplication,
    private readonly applications: ListOnlineApplications,
  ) {}

  /** 取込み: 201 when it became a receipt, 200 when that 受付番号 was handed in before. */
  @Post()
  handIn(
    @Body() body: OnlineApplicationRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OnlineApplicationView> {
    return this.uow.run(async () => {
      const { taken } = await this.take.run({ ...body, actor });
      response.status(taken ? 201 : 200);
      return this.applications.one(body.portal, body.applicationNumber, actor);
    });
  }

  /** 処理状況, in the order of their changes. */
  @Get()
  async page(@Query() query: PageRequest, @CurrentActor() actor: Actor): Promise<OnlineApplicationPage> {
    const { items, nextCursor } = await this.applications.run(query, actor);
    return { items: [...items], nextCursor };
  }

  @Get(':portal/:applicationNumber')
  one(
    @Param('portal') portal: string,
    @Param('applicationNumber') applicationNumber: string,
    @CurrentActor() actor: Actor,
  ): Promise<OnlineApplicationView> {
    return this.applications.one(portal, applicationNumber, actor);
  }
}
