import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { WithoutIdempotencyKey, languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { OrganisationListsView, ReorganisationReportView } from '../app/reorganisation.views.dto';
import { TryReorganisation } from '../app/try-reorganisation';
import { ReorganisationBody } from './reorganisation.dto';

/** 組織改正 on trial; it is brought in as a package. */
@ApiTags('organisation')
@Controller('organisation')
export class ReorganisationController {
  constructor(private readonly trial: TryReorganisation) {}

  /** The lists of the organisation as they are stored, for spreadsheets. */
  @Get('lists')
  lists(@CurrentActor() actor: Actor): Promise<OrganisationListsView> {
    return this.trial.lists(actor);
  }

  /** What the lists would change, and what is under way; nothing is written. */
  @Post('reorganisation-trials')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  try(
    @Body() texts: ReorganisationBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ReorganisationReportView> {
    return this.trial.try({ ...texts }, actor, languageOf(request));
  }
}
