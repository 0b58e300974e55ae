import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { languageOf } from '@fubako/platform/http';
import type { Request } from 'express';
import { FindingPage } from '../../app/keeping/findings.views.dto';
import { ListFindings } from '../../app/keeping/list-findings';
import { FindingsCsvRequest, FindingsRequest } from './findings.dto';

@ApiTags('records')
@Controller('records/findings')
export class FindingsController {
  constructor(private readonly findings: ListFindings) {}

  /** What the nightly sweep has found in the files that I may see, latest first. */
  @Get()
  async list(
    @Query() query: FindingsRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FindingPage> {
    const page = await this.findings.run(query, actor, languageOf(request));
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  @Get('list.csv')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="findings.csv"')
  @Header('Cache-Control', 'no-store')
  csv(@Query() query: FindingsCsvRequest, @CurrentActor() actor: Actor): Promise<string> {
    return this.findings.csv(query, actor);
  }
}
