import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { ChangeHold, type HoldChange } from '../../app/holds/change-hold';
import { HoldDetail, HoldPage } from '../../app/holds/holds.views.dto';
import { PlaceHold } from '../../app/holds/place-hold';
import { ReadHolds } from '../../app/holds/read-holds';
import { ReleaseHold } from '../../app/holds/release-hold';
import {
  ChangeHoldBody,
  DecideHoldBody,
  HoldsRequest,
  HoldSubjects,
  PlaceHoldBody,
  ReleaseHoldBody,
} from './holds.dto';

@ApiTags('records')
@Controller('holds')
export class HoldsController {
  constructor(
    private readonly placing: PlaceHold,
    private readonly changing: ChangeHold,
    private readonly releasing: ReleaseHold,
    private readonly reading: ReadHolds,
  ) {}

  /** 廃棄保留 on files that I may see: in force, asked for, ended. */
  @Get()
  async list(@Query() query: HoldsRequest, @CurrentActor() actor: Actor, @Req() request: Request): Promise<HoldPage> {
    const page = await this.reading.list(query, actor, languageOf(request));
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  @Get(':id')
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<HoldDetail> {
    return this.reading.one(id, actor, languageOf(request));
  }

  /** Holds files and documents from this moment on; what a section head asks for is in force at once too. */
  @Post()
  async place(@Body() body: PlaceHoldBody, @CurrentActor() actor: Actor, @Req() request: Request): Promise<HoldDetail> {
    const { ground, reason, caseNo = null } = body;
    const decidedOn = body.decidedOn === undefined ? null : localDate(body.decidedOn);
    const terms = { ground, reason, caseNo, triggeredOn: localDate(body.triggeredOn), decidedOn };
    const id = await this.placing.run({ ...terms, ...subjectsOf(body) }, actor);
    return this.reading.one(id, actor, languageOf(request));
  }

  @Patch(':id')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { note, triggeredOn, ...rest }: ChangeHoldBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<HoldDetail> {
    const change: HoldChange = {
      ...rest,
      ...(triggeredOn === undefined ? {} : { triggeredOn: localDate(triggeredOn) }),
    };
    await this.changing.run(id, { change, note }, actor);
    return this.reading.one(id, actor, languageOf(request));
  }

  /** 決定・裁決の日: sets the last day of a hold for a disclosure request or an appeal. */
  @Post(':id/decision')
  @HttpCode(200)
  async decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decidedOn, note }: DecideHoldBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<HoldDetail> {
    await this.changing.run(
      id,
      { change: { decidedOn: decidedOn === null ? null : localDate(decidedOn) }, note },
      actor,
    );
    return this.reading.one(id, actor, languageOf(request));
  }

  /** Brings more files and documents under the hold. */
  @Post(':id/targets')
  @HttpCode(200)
  async widen(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HoldSubjects,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<HoldDetail> {
    await this.changing.widen(id, subjectsOf(body), actor);
    return this.reading.one(id, actor, languageOf(request));
  }

  /** The records office confirms what a section head has asked for. */
  @Post(':id/confirmation')
  @HttpCode(200)
  async confirm(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<HoldDetail> {
    await this.releasing.confirm(id, actor);
    return this.reading.one(id, actor, languageOf(request));
  }

  /** 解除 */
  @Post(':id/release')
  @HttpCode(200)
  async release(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReleaseHoldBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<HoldDetail> {
    await this.releasing.run(id, reason, actor);
    return this.reading.one(id, actor, languageOf(request));
  }
}

const subjectsOf = ({ fileIds = [], documentIds = [] }: HoldSubjects) => ({ fileIds, documentIds });
