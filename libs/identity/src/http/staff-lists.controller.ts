import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { StaffLists, StaffReportView } from '@fubako/organisation';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { NeedsProof } from './session-request';
import { StaffListsBody } from './staff-lists.dto';

/** 人事異動: accounts follow the lists of people and of assignments; so whoever brings them in proves who they are. */
@ApiTags('organisation')
@Controller('staff-lists')
export class StaffListsController {
  constructor(private readonly lists: StaffLists) {}

  /** 職員 as they are stored, for a spreadsheet. */
  @Get('people.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  people(@CurrentActor() actor: Actor): Promise<string> {
    return this.lists.csvOf('people', actor);
  }

  /** 配置 as they are stored, for a spreadsheet. */
  @Get('assignments.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  assignments(@CurrentActor() actor: Actor): Promise<string> {
    return this.lists.csvOf('assignments', actor);
  }

  /** What the lists would change and find under way; nothing is written. */
  @Post('trials')
  @HttpCode(200)
  try(@Body() texts: StaffListsBody, @CurrentActor() actor: Actor, @Req() request: Request): Promise<StaffReportView> {
    return this.lists.bring(given(texts), { actor, dryRun: true, language: languageOf(request) });
  }

  /** Brings the lists in; with faults nothing is written, and the answer tells them. */
  @Post()
  @HttpCode(200)
  @NeedsProof('account_change')
  bring(
    @Body() texts: StaffListsBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<StaffReportView> {
    return this.lists.bring(given(texts), { actor, dryRun: false, language: languageOf(request) });
  }
}

const given = ({ people, assignments }: StaffListsBody) => ({
  ...(people !== undefined && { people }),
  ...(assignments !== undefined && { assignments }),
});
