import { Body, Controller, Get, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '@fubako/kernel';
import { ChangeSetting, ReadSettings, SettingChangeList, SettingList } from '@fubako/organisation';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { expectedVersionOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { NeedsProof } from './session-request';
import { SettingBody } from './settings.dto';

/** 設定: among them those of sign-in; so whoever changes one proves who they are. */
@ApiTags('organisation')
@Controller('municipality-settings')
export class SettingsController {
  constructor(
    private readonly settings: ReadSettings,
    private readonly changing: ChangeSetting,
  ) {}

  /** Every setting: what holds, what is planned, what it may be. */
  @Get()
  list(@CurrentActor() actor: Actor): Promise<SettingList> {
    return this.settings.list(actor);
  }

  /** Every change of one, the last first. */
  @Get(':setting/changes')
  changes(@Param('setting') setting: string, @CurrentActor() actor: Actor): Promise<SettingChangeList> {
    return this.settings.changes(setting, actor);
  }

  /** Changes one from a day on. Needs `If-Match`: the `version` of the setting. */
  @Put(':setting')
  @NeedsProof('account_change')
  async change(
    @Param('setting') setting: string,
    @Body() { value, validFrom, reason }: SettingBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<SettingList> {
    this.changing.ensureMay(actor);
    const wish = { setting, value, reason, version: expectedVersionOf(request) };
    await this.changing.run({ ...wish, validFrom: validFrom ? localDate(validFrom) : null }, actor);
    return this.settings.list(actor);
  }
}
