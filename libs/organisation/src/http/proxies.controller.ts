import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { PostCode, StaffNo } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import { ProxiesView } from '../app/absences.views.dto';
import { EndProxy } from '../app/end-proxy';
import { GiveProxy } from '../app/give-proxy';
import { ListProxies } from '../app/list-proxies';
import { GiveProxyBody } from './absences.dto';

@ApiTags('organisation')
@Controller('proxies')
export class ProxiesController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly giveProxy: GiveProxy,
    private readonly endProxy: EndProxy,
    private readonly listProxies: ListProxies,
  ) {}

  /** 代理 given and taken by me that is not over; everybody's for the organisation administrator. */
  @Get()
  list(@CurrentActor() actor: Actor, @Req() request: Request): Promise<ProxiesView> {
    return this.listProxies.run({ actor, language: languageOf(request) });
  }

  /** Gives the seat of one of my posts to somebody for a time. */
  @Post()
  give(@Body() body: GiveProxyBody, @CurrentActor() actor: Actor, @Req() request: Request): Promise<ProxiesView> {
    return this.uow.run(async () => {
      await this.giveProxy.run(actor, {
        postCode: body.postCode as PostCode,
        taker: body.taker as StaffNo,
        from: new Date(body.from),
        until: new Date(body.until),
        reason: body.reason,
      });
      return this.listProxies.run({ actor, language: languageOf(request) });
    });
  }

  /** Takes a proxy back, now. */
  @Post(':id/cancel')
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ProxiesView> {
    return this.uow.run(async () => {
      await this.endProxy.run(actor, id);
      return this.listProxies.run({ actor, language: languageOf(request) });
    });
  }
}
